import type { Cycle } from "./subscription.ts"

export interface Period {
  readonly number: number
  readonly start: Temporal.PlainDate
  /** The first day after it. */
  readonly end: Temporal.PlainDate
}

export interface CycleLength {
  readonly days?: number
  readonly months?: number
  readonly years?: number
}

/** How long each cycle is. What is not counted in days of the calendar has no periods. */
const lengths = {
  hourly: null,
  daily: { days: 1 },
  monthly: { months: 1 },
  quarterly: { months: 3 },
  semiannual: { months: 6 },
  annual: { years: 1 },
  biennial: { years: 2 },
  triennial: { years: 3 },
  one_time: null,
} as const satisfies Record<string, CycleLength | null>

export function hasPeriods(cycle: Cycle): boolean {
  return lengths[cycle] !== null
}

export function cycleLength(cycle: Cycle): CycleLength {
  const length: CycleLength | null = lengths[cycle]
  if (!length) throw new RangeError(`A ${cycle} price has no periods.`)
  return length
}

/**
 * The day that lies so many cycles after the anchor. Always counted from the anchor and never from the day before it,
 * so that 31 January is followed by 28 February and then by 31 March, not by 28 March.
 */
export function dayAfter(anchor: Temporal.PlainDate, cycle: Cycle, cycles: number): Temporal.PlainDate {
  const { days = 0, months = 0, years = 0 } = cycleLength(cycle)
  return anchor.add(
    { days: days * cycles, months: months * cycles, years: years * cycles },
    { overflow: "constrain" },
  )
}

/** Periods count from 1; the first begins on the anchor. */
export function periodAt(anchor: Temporal.PlainDate, cycle: Cycle, number: number): Period {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError("Periods count from 1.")
  return { number, start: dayAfter(anchor, cycle, number - 1), end: dayAfter(anchor, cycle, number) }
}

/** The day before the first unpaid one: what people call its last day. */
export function lastDayOf(end: Temporal.PlainDate): Temporal.PlainDate {
  return end.subtract({ days: 1 })
}

/** 0 on the last day, 3 three days before it, -2 two days after it. */
export function daysLeft(end: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return today.until(lastDayOf(end), { largestUnit: "days" }).days
}

export function later(first: Temporal.PlainDate, second: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(first, second) >= 0 ? first : second
}
