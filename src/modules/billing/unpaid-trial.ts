import { nextStart } from "./pause.ts"
import { lastDayOf } from "./period.ts"
import type { RunningSubscription } from "./subscription.ts"

type Trying = Pick<RunningSubscription, "periodNumber" | "trialUntil">

/** Nobody has paid for it yet: it is tried, or was. */
export function isUnpaidTrial({ periodNumber, trialUntil }: Trying): boolean {
  return trialUntil !== null && periodNumber === 0
}

/**
 * By when its next time is to be paid: on the last usable day. A trial that is charged by itself is charged on the day
 * after it, so that whoever gives it up on its last day has paid nothing.
 */
export function dueDayOf(
  one: Trying & Pick<RunningSubscription, "collection" | "periodEnd" | "pauseFrom" | "pauseUntil">,
): Temporal.PlainDate {
  const start = nextStart(one)
  return isUnpaidTrial(one) && one.collection === "automatic" ? start : lastDayOf(start)
}
