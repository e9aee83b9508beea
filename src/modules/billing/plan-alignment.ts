import { type Days, daysOf } from "./days.ts"
import { cycleLength, dayAfter, hasPeriods } from "./period.ts"
import type { DayShare } from "./price-cycles.ts"
import type { Cycle, RunningSubscription } from "./subscription.ts"

/** The first period where all renewals of an account fall on one day of the month: shorter, and paid by days. */
export function planAlignment(facts: {
  readonly from: Temporal.PlainDate
  /** 1 to 28: a day that every month has. */
  readonly billingDay: number
  readonly cycle: Cycle
}): {
  readonly short: Days | null
  /** The whole turn that would have begun on that day: the short one is paid as its share of days. */
  readonly whole: Days
  readonly anchorOn: Temporal.PlainDate
} {
  const { from, billingDay, cycle } = facts
  if (billingDay < 1 || billingDay > 28) throw new RangeError("A billing day is one that every month has.")
  const inMonth = from.with({ day: billingDay })
  const isPast = Temporal.PlainDate.compare(inMonth, from) < 0
  const anchorOn = isPast ? inMonth.add({ months: 1 }) : inMonth
  const short = anchorOn.equals(from) ? null : { start: from, end: anchorOn }
  return { short, whole: { start: from, end: dayAfter(from, cycle, 1) }, anchorOn }
}

export interface AlignedStart {
  /** What its ends are counted from. */
  readonly anchorOn: Temporal.PlainDate
  /** Of the first turn only these days are used, and paid; null: it begins on the billing day. */
  readonly share: DayShare | null
}

/**
 * How its next time comes onto its account's billing day. Undefined: there is none, it is counted in days, or it is on
 * that day already. A pause and a late payment leave that day, and what comes after them finds back to it.
 */
export function alignStart(
  one: Pick<RunningSubscription, "billingDay" | "cycle" | "anchorOn" | "periodEnd">,
  start: Temporal.PlainDate,
): AlignedStart | undefined {
  const { billingDay, cycle, anchorOn, periodEnd } = one
  if (billingDay === null || !isByMonths(cycle)) return undefined
  if (start.equals(periodEnd) && anchorOn.day === billingDay) return undefined
  const plan = planAlignment({ from: start, billingDay, cycle })
  const share = plan.short && { days: Number(daysOf(plan.short)), of: Number(daysOf(plan.whole)) }
  return { anchorOn: plan.anchorOn, share }
}

export function isByMonths(cycle: Cycle): boolean {
  return hasPeriods(cycle) && !cycleLength(cycle).days
}
