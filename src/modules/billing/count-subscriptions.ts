import { and, eq, isNotNull, lte, type SQL, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { MOST_COUNTED } from "#kit/most-counted.ts"
import { getSettings } from "#tenancy"
import type { SubscriptionState } from "./subscription.ts"
import { subscriptionStates } from "./subscription-contract.ts"
import { isSubscriptionWithin } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface SubscriptionCounts {
  readonly counts: Record<SubscriptionState, number>
  /** Of the trials, those that are over within a week. */
  readonly trialsEnding: number
}

const ENDING_DAYS = 7

/** In one statement, so that no two of them are of different moments. Of each one more than is counted at most: it stands for "and more". */
export async function countSubscriptions(ctx: Context, reach: Reach): Promise<SubscriptionCounts> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const within = isSubscriptionWithin(reach)
  const isEnding = and(
    eq(subscriptions.state, "trialing"),
    lte(subscriptions.periodEnd, today.add({ days: ENDING_DAYS })),
    within,
  )
  const counts = [
    ...subscriptionStates.map((state) => count(ctx, state, and(eq(subscriptions.state, state), within))),
    count(ctx, "ending", isEnding),
  ]
  const { rows } = await ctx.db.execute<{ name: SubscriptionState | "ending"; count: number }>(
    sql.join(counts, sql` union all `),
  )
  const { ending, ...states } = Object.fromEntries(rows.map((row) => [row.name, row.count])) as Record<
    SubscriptionState | "ending",
    number
  >
  return { counts: states, trialsEnding: ending }
}

function count(ctx: Context, name: string, condition: SQL | undefined): SQL {
  const some = ctx.db
    .select({ one: sql`1` })
    .from(subscriptions)
    .where(condition)
    .limit(MOST_COUNTED + 1)
  const deleted = sql`select count(*)::int from ${subscriptions}
    where ${and(condition, isNotNull(subscriptions.deletedAt))}`
  return sql`select ${name}::text as name, case when counted.count > ${MOST_COUNTED}::int then counted.count
      else counted.count - (${deleted}) end as count
    from (select count(*)::int as count from ${some} as kept) as counted`
}
