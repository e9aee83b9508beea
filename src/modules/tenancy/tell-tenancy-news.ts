import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { TENANCY_CHANNEL } from "./tenancy-news.ts"

/** Whatever processes remember of host names and their tenants is stale from the commit on. */
export async function tellTenancyNews(ctx: Pick<Context, "db" | "tenant">): Promise<void> {
  await ctx.db.execute(sql`select pg_notify(${TENANCY_CHANNEL}, ${ctx.tenant})`)
}
