import { fraction, moneyHalfUp } from "#kit/fraction.ts"
import type { Money } from "#kit/money.ts"

/** From a first day to the first day after it. */
export interface Days {
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
}

/** How many days of the calendar: 28 to 31 in a month, 365 or 366 in a year. */
export function daysOf({ start, end }: Days): bigint {
  return BigInt(start.until(end, { largestUnit: "days" }).days)
}

/** The share of an amount that some of the days make: half up, once. */
export function shareByDays(amount: Money, days: bigint, totalDays: bigint): Money {
  return moneyHalfUp(fraction(amount.minor * days, totalDays), amount.currency)
}
