import { later } from "./period.ts"
import type { RunningSubscription } from "./subscription.ts"

/** A while in which nothing is asked for and the thing stands still: from the day its paid time is over until the day it goes on. */
type Pausing = Pick<RunningSubscription, "periodEnd" | "pauseFrom" | "pauseUntil">

/** The first day of its next time: where the paid time ends, or where the pause ends that comes before it. */
export function nextStart(one: Pausing): Temporal.PlainDate {
  return one.pauseUntil && !isPaidBeyondPause(one) ? later(one.pauseUntil, one.periodEnd) : one.periodEnd
}

/** The time after its pause is paid already, so the pause can't be moved any more. */
export function isPaidBeyondPause({ periodEnd, pauseFrom }: Pausing): boolean {
  return pauseFrom !== null && Temporal.PlainDate.compare(periodEnd, pauseFrom) > 0
}

/** Where today lies: before the pause, within it or past it. Nothing where there is none. */
export function standInPause(
  { pauseFrom, pauseUntil }: Pick<Pausing, "pauseFrom" | "pauseUntil">,
  today: Temporal.PlainDate,
): "before" | "within" | "past" | undefined {
  if (!pauseFrom || !pauseUntil) return undefined
  if (Temporal.PlainDate.compare(today, pauseFrom) < 0) return "before"
  return Temporal.PlainDate.compare(today, pauseUntil) < 0 ? "within" : "past"
}
