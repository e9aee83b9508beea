import { count } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { SubscriptionState } from "./subscription.ts"
import { subscriptionStates } from "./subscription-contract.ts"
import { isSubscriptionWithin } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"

export async function countSubscriptions(
  ctx: Context,
  reach: Reach,
): Promise<Record<SubscriptionState, number>> {
  const rows = await ctx.db
    .select({ state: subscriptions.state, count: count() })
    .from(subscriptions)
    .where(isSubscriptionWithin(reach))
    .groupBy(subscriptions.state)
    .limit(subscriptionStates.length)
  const found = new Map(rows.map((row) => [row.state, row.count]))
  return Object.fromEntries(subscriptionStates.map((state) => [state, found.get(state) ?? 0])) as Record<
    SubscriptionState,
    number
  >
}
