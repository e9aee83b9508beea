import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type DueOf, isDueOf, MOST_DUE_AT_ONCE } from "./due-subscriptions.ts"
import { type SeenRow, version } from "./seen-subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/** What is due of these accounts, held by nobody, as the database gives it: to be read when there is time. */
export async function seeDue(ctx: Context, of: DueOf): Promise<SeenRow[]> {
  const { rows } = await ctx.db.execute<SeenRow>(sql`
    select *, ${version} as version from ${subscriptions}
    where ${isDueOf(of)} order by ${subscriptions.id} limit ${MOST_DUE_AT_ONCE}`)
  return rows
}
