import { dayAfter } from "./period.ts"
import type { Days } from "./plan-change.ts"
import type { Cycle } from "./subscription.ts"

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
