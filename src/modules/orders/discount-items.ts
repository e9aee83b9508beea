import { planDiscount } from "#billing"
import { type Coupon, discountOf, suits } from "#catalog"
import { add, type Money, money, times } from "#kit/money.ts"
import type { CartLine, DiscountedItem, PricedItem } from "./cart.ts"
import { listUnitOf } from "./item-parts.ts"

/** What is in a cart, at the lowest price that its coupons allow. */
export function discountItems(priced: readonly PricedItem[], coupons: readonly Coupon[]): DiscountedItem[] {
  return priced.map((one) => discountItem(one, coupons))
}

/**
 * One piece for one cycle: percents first, then amounts, never below zero; one that stands alone against all the others
 * together, and the customer gets the lower price. A coupon about the set-up fee takes that, whatever else there is.
 */
function discountItem({ item, plan, chosen }: PricedItem, coupons: readonly Coupon[]): DiscountedItem {
  const suiting = coupons.filter((coupon) => suits(coupon, plan))
  const { charged, off } = takeOff({ plan, chosen }, suiting)
  const waiver = plan.setupFee.minor > 0n ? suiting.find(({ kind }) => kind === "setup") : undefined
  const setup = waiver ? money(0n, plan.setupFee.currency) : plan.setupFee
  return { item, plan, chosen, charged, off, setup, waiver }
}

/** One that takes nothing off is not used, and then takes no part in how the others are rounded either. */
function takeOff(
  { plan, chosen }: Pick<PricedItem, "plan" | "chosen">,
  suiting: readonly Coupon[],
): Pick<DiscountedItem, "charged" | "off"> {
  const { charged, steps } = planDiscount({
    list: listUnitOf({ plan, chosen }),
    periodNumber: 0,
    discounts: suiting.flatMap((coupon) => discountOf(coupon, plan) ?? []),
  })
  const off = steps.flatMap(({ id, amount }) => {
    const coupon = suiting.find((one) => one.id === id)
    return coupon && amount.minor > 0n ? [{ coupon, amount }] : []
  })
  const used = off.map(({ coupon }) => coupon)
  return off.length === steps.length ? { charged, off } : takeOff({ plan, chosen }, used)
}

export interface CouponEffect {
  readonly coupon: Coupon
  readonly amount: Money
}

/**
 * What each coupon takes off the whole order; those that do nothing are not used up. One that makes a trial longer takes
 * nothing off and is used all the same.
 */
export function effectsOf(items: readonly CartLine[]): CouponEffect[] {
  const effects = new Map<string, CouponEffect>()
  for (const one of items) {
    const nothing = money(0n, one.plan.setupFee.currency)
    const parts = [
      ...one.off,
      ...(one.waiver ? [{ coupon: one.waiver, amount: one.plan.setupFee }] : []),
      ...(one.longer ? [{ coupon: one.longer, amount: nothing }] : []),
    ]
    for (const { coupon, amount } of parts) {
      const whole = times(amount, BigInt(one.item.quantity))
      const known = effects.get(coupon.id)
      effects.set(coupon.id, { coupon, amount: known ? add(known.amount, whole) : whole })
    }
  }
  return [...effects.values()]
}
