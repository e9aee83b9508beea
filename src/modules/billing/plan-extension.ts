import { dayAfter } from "./period.ts"
import type { Days } from "./plan-change.ts"
import type { Cycle } from "./subscription.ts"

/** From which day a late payment counts: what the shop has decided, and says before it is paid. */
export const latePolicies = ["from_the_old_end", "from_payment"] as const
export type LatePolicy = (typeof latePolicies)[number]

export interface ExtensionFacts {
  readonly anchorOn: Temporal.PlainDate
  readonly cycle: Cycle
  /** How many cycles after the anchor the paid time ends. */
  readonly periodNumber: number
  readonly cycles: number
  readonly payOn: Temporal.PlainDate
  readonly latePolicy: LatePolicy
}

export interface ExtensionPlan {
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
  /** The day that periods are counted from afterwards; another one only where a late payment begins anew. */
  readonly anchorOn: Temporal.PlainDate
  /** How many cycles after that anchor the paid time then ends. */
  readonly periodNumber: number
  readonly isLate: boolean
}

/** What paying so many cycles buys, from when to when. Paid before the end, it always counts from the end. */
export function planExtension(facts: ExtensionFacts): ExtensionPlan {
  if (facts.cycles < 1) throw new RangeError("An extension is one cycle or more.")
  const { anchorOn, cycle, cycles, payOn } = facts
  const oldEnd = dayAfter(anchorOn, cycle, facts.periodNumber)
  const isLate = Temporal.PlainDate.compare(payOn, oldEnd) > 0
  if (isLate && facts.latePolicy === "from_payment") {
    return {
      anchorOn: payOn,
      start: payOn,
      end: dayAfter(payOn, cycle, cycles),
      periodNumber: cycles,
      isLate,
    }
  }
  const periodNumber = facts.periodNumber + cycles
  return { anchorOn, start: oldEnd, end: dayAfter(anchorOn, cycle, periodNumber), periodNumber, isLate }
}

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
