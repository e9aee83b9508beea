import { add, type Money, money, subtract, times } from "#kit/money.ts"
import type { PaidPeriod } from "./plan-subscription-change.ts"
import { priceCycles } from "./price-cycles.ts"
import type { Subscription } from "./subscription.ts"

/**
 * What a paid period costs with other options and the same plan: what was charged for it, and the difference between the
 * choices. So a plan that costs more from the next time on, or was given for less, stays at what was paid. Never below nothing.
 */
export function chargeBeside(
  { planId, discounts, quantity, unit }: Pick<Subscription, "planId" | "discounts" | "quantity" | "unit">,
  other: Money,
): (period: Pick<PaidPeriod, "first" | "cycles" | "share" | "charged">) => Money {
  return ({ first, cycles, share = null, charged }) => {
    const price = (one: Money) =>
      times(priceCycles({ planId, unit: one, discounts }, first, cycles, share), BigInt(quantity))
    const sum = add(charged, subtract(price(other), price(unit)))
    return sum.minor < 0n ? money(0n, sum.currency) : sum
  }
}
