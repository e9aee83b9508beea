import type { Money } from "#kit/money.ts"
import type { QuantityFacts } from "./load-quantity.ts"
import type { QuantityWish } from "./plan-quantity.ts"
import type { QuantityBounds } from "./quantity.ts"
import { withTax } from "./with-tax.ts"

/** What another number is computed from. */
export function wishFor(
  { subscription, periods, now, planned }: QuantityFacts,
  of: { readonly to: number; readonly bounds: QuantityBounds; readonly changeOn: Temporal.PlainDate },
): QuantityWish {
  return {
    ...of,
    from: now,
    currency: subscription.unit.currency,
    periods,
    isEnding: subscription.cancelAtEnd,
    isPlannedPaid: planned?.isPaid === true,
  }
}

/** A difference as it is paid: taxed as it is sold now. */
export function quantityWithTax({ tax, subscription }: QuantityFacts, amount: Money): Money {
  return withTax(amount, { taxIncluded: tax.taxIncluded, ...tax.ofPlan(subscription.planId) })
}
