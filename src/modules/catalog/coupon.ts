import { type Currency, fromWire, type Money } from "#kit/money.ts"
import type { CouponArm } from "./coupon-arm.ts"
import type { couponStates } from "./coupon-contract.ts"
import type { coupons } from "./coupon-tables.ts"
import type { cycles } from "./cycle-contract.ts"

export type CouponRow = typeof coupons.$inferSelect

/** A coupon with how often it has been used. */
export interface Coupon extends CouponRow {
  readonly uses: number
  /** Which of its percents its percent is; absent: it has but one. */
  readonly arm?: CouponArm["name"] | undefined
}

export interface CouponItem {
  readonly planId: string
  readonly unit: Money
  readonly cycle: (typeof cycles)[number]
}

/** Why it does not count, in the codes of its refusals. */
export type CouponBar =
  | "coupon_unknown"
  | "coupon_coming"
  | "coupon_over"
  | "coupon_used_up"
  | "coupon_currency"
  | "coupon_not_for_these"

export function couponState(coupon: Coupon, today: Temporal.PlainDate): (typeof couponStates)[number] {
  if (!coupon.isOn) return "off"
  if (coupon.startsOn && Temporal.PlainDate.compare(today, coupon.startsOn) < 0) return "coming"
  if (coupon.endsOn && Temporal.PlainDate.compare(today, coupon.endsOn) > 0) return "over"
  return coupon.mostUses !== null && coupon.uses >= coupon.mostUses ? "used_up" : "running"
}

/** What stands against it whoever orders; undefined: nothing. Off and unknown look the same from outside. */
export function findBar(
  coupon: Coupon,
  { today, items }: { readonly today: Temporal.PlainDate; readonly items: readonly CouponItem[] },
): CouponBar | undefined {
  const state = couponState(coupon, today)
  if (state !== "running") return stateBars[state]
  const [first] = items
  if (!first) return undefined
  const { currency } = first.unit
  const isSold = coupon.currencies.length === 0 || coupon.currencies.includes(currency)
  if (!isSold || (coupon.kind === "fixed" && coupon.amounts[currency] === undefined)) return "coupon_currency"
  return items.some((item) => suits(coupon, item)) ? undefined : "coupon_not_for_these"
}

const stateBars = {
  off: "coupon_unknown",
  coming: "coupon_coming",
  over: "coupon_over",
  used_up: "coupon_used_up",
} as const

/** Whether it is about this line. */
export function suits(coupon: CouponRow, { planId, cycle }: Pick<CouponItem, "planId" | "cycle">): boolean {
  const isPlan = coupon.planIds.length === 0 || coupon.planIds.includes(planId)
  return isPlan && (coupon.cycles.length === 0 || coupon.cycles.some((one) => one === cycle))
}

/** As an agreement keeps it: what the coupon is later on changes nothing for who has used it. */
export function keepDiscount(coupon: CouponRow, currency: Currency) {
  const { id, code, percent, amounts, periods, isExclusive, planIds } = coupon
  return {
    id,
    code,
    percent: percent === null ? null : String(percent),
    amountMinor: percent === null ? (amounts[currency] ?? null) : null,
    periods,
    isExclusive,
    planIds,
  }
}

/** What comes off a cycle's price, as the rules of discounts take it; nothing where it is about set-up or a trial. */
export function discountOf(coupon: CouponRow, { unit }: Pick<CouponItem, "unit">) {
  const { id, kind, percent, periods, isExclusive } = coupon
  if (kind === "percent") {
    const rate = { numerator: BigInt(percent ?? 0), denominator: 100n }
    return { id, value: { kind, rate }, periods, isExclusive } as const
  }
  const minor = coupon.amounts[unit.currency]
  if (kind !== "fixed" || minor === undefined) return undefined
  const amount = fromWire({ minor, currency: unit.currency })
  return { id, value: { kind, amount }, periods, isExclusive } as const
}
