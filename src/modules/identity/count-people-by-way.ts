import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { signInMethods } from "./tables.ts"

/** How many come in by one house. */
export async function countPeopleByWay(ctx: Context, providerId: string): Promise<number> {
  return ctx.db.$count(signInMethods, eq(signInMethods.providerId, providerId))
}
