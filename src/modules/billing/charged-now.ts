import { type Money, money, times } from "#kit/money.ts"
import { priceCycles } from "./price-cycles.ts"
import type { Subscription } from "./subscription.ts"
import type { subscriptionPeriods } from "./subscription-tables.ts"

/** What a period costs by the plan it belongs to now. */
export function chargedNow(subscription: Subscription, row: typeof subscriptionPeriods.$inferSelect): Money {
  if (row.worthMinor !== null) return money(row.worthMinor, subscription.unit.currency)
  return times(
    priceCycles(subscription, row.number - 1, row.cycles, row.share),
    BigInt(subscription.quantity),
  )
}
