import { isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { services } from "./tables.ts"

/** How many there are that have not ended. */
export async function countServices(ctx: Context): Promise<number> {
  return ctx.db.$count(services, isNull(services.endedAt))
}
