import { type PaidPeriod, priceCycles, type Subscription } from "#billing"
import { type Money, times } from "#kit/money.ts"

/** What another plan costs for a paid period, all pieces: with the coupons that are for it, too. */
export function chargeWith(
  { discounts, quantity }: Subscription,
  plan: { readonly planId: string; readonly unit: Money },
): (period: Pick<PaidPeriod, "first" | "cycles" | "share">) => Money {
  return ({ first, cycles, share = null }) =>
    times(priceCycles({ ...plan, discounts }, first, cycles, share), BigInt(quantity))
}
