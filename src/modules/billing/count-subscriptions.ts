import { and, eq, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { MOST_COUNTED } from "#kit/most-counted.ts"
import type { SubscriptionState } from "./subscription.ts"
import { subscriptionStates } from "./subscription-contract.ts"
import { isSubscriptionWithin } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Of each state one more than is counted at most: it stands for "and more". */
export async function countSubscriptions(
  ctx: Context,
  reach: Reach,
): Promise<Record<SubscriptionState, number>> {
  const counts = subscriptionStates.map((state) => {
    const some = ctx.db
      .select({ one: sql`1` })
      .from(subscriptions)
      .where(and(eq(subscriptions.state, state), isSubscriptionWithin(reach)))
      .limit(MOST_COUNTED + 1)
    return sql`select ${state}::text as state, (select count(*)::int from ${some} as counted) as count`
  })
  const { rows } = await ctx.db.execute<{ state: SubscriptionState; count: number }>(
    sql.join(counts, sql` union all `),
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count])) as Record<
    SubscriptionState,
    number
  >
}
