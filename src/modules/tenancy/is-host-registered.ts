import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { domains } from "./tables.ts"

/** Whether requests under this name are led to a shop already, whosever it is. */
export async function isHostRegistered(ctx: Context, host: string): Promise<boolean> {
  return (await ctx.db.$count(domains, eq(domains.host, host))) > 0
}
