import { type Currency, type Money, money, sum } from "#kit/money.ts"
import { shareByDays } from "./days.ts"
import { type Discount, type DiscountPlan, planDiscount } from "./plan-discount.ts"

/** A discount as an agreement keeps it: figures as text, so that JSON holds them exactly. */
export interface KeptDiscount {
  readonly id: string
  /** What papers call it: the coupon's code. */
  readonly code: string
  /** One of the two: a part of the price, or so much of each cycle. */
  readonly percent: string | null
  readonly amountMinor: string | null
  /** The first cycle it holds for, where that is not the agreement's first. */
  readonly from?: number
  /** Up to that many cycles of the agreement; null: for ever. */
  readonly periods: number | null
  /** The turn that the billing day cut short and that is none of those cycles: 0 being the first. */
  readonly uncounted?: number
  readonly isExclusive: boolean
  /** Only for these; empty: whatever the plan. */
  readonly planIds: readonly string[]
}

export interface Priced {
  readonly planId: string
  /** For one cycle and one piece, before discounts. */
  readonly unit: Money
  readonly discounts: readonly KeptDiscount[]
}

/** What one piece costs in one cycle of its agreement, 0 being the first. */
export function priceCycle({ planId, unit, discounts }: Priced, cycle: number): DiscountPlan {
  const suiting = discounts.filter(
    ({ planIds, from = 0 }) => from <= cycle && (planIds.length === 0 || planIds.includes(planId)),
  )
  return planDiscount({
    list: unit,
    periodNumber: cycle,
    discounts: suiting.map((one) => readDiscount(one, unit.currency)),
  })
}

/**
 * What it is bought by once that turn was cut short by the billing day: a coupon holds in it and loses none of its
 * cycles by it, once. Another one counts: else whoever chose a new day every month would keep a coupon for ever.
 */
export function spareShort<One extends Pick<Priced, "discounts">>(one: One, cycle: number): One {
  const discounts = one.discounts.map((each) => {
    const isSpared = each.periods !== null && each.uncounted === undefined && cycle < each.periods
    return isSpared ? { ...each, uncounted: cycle } : each
  })
  return { ...one, discounts }
}

/** As it was when so many cycles were paid. */
export function countShort(discounts: readonly KeptDiscount[], cycles: number): KeptDiscount[] {
  return discounts.map(({ uncounted, ...each }) =>
    uncounted === undefined || uncounted >= cycles ? each : { ...each, uncounted },
  )
}

/** So many of the days of a whole turn. */
export interface DayShare {
  readonly days: number
  readonly of: number
}

/** What one piece costs for so many cycles from that one on; of the first its share of days, where it is a short one. */
export function priceCycles(one: Priced, from: number, cycles: number, share: DayShare | null = null): Money {
  const [first, ...rest] = Array.from({ length: cycles }, (_, index) => priceCycle(one, from + index).charged)
  if (!first) throw new RangeError("A stretch of no cycle.")
  const paid = share ? shareByDays(first, BigInt(share.days), BigInt(share.of)) : first
  return sum(one.unit.currency, [paid, ...rest])
}

function readDiscount({ percent, amountMinor, ...rest }: KeptDiscount, currency: Currency): Discount {
  const { id, isExclusive, uncounted } = rest
  const periods = rest.periods !== null && uncounted !== undefined ? rest.periods + 1 : rest.periods
  const value =
    percent === null
      ? ({ kind: "fixed", amount: money(BigInt(amountMinor ?? "0"), currency) } as const)
      : ({ kind: "percent", rate: { numerator: BigInt(percent), denominator: 100n } } as const)
  return { id, value, periods, isExclusive }
}
