import type { CollectingFacts, CollectingPlan } from "./collecting-act.ts"
import { type CollectingPolicy, isBusinessDay } from "./collecting-policy.ts"
import { isOwing, unpaidFrom, type WithOwed } from "./due-day.ts"
import { nextStart, standInPause } from "./pause.ts"
import { daysLeft } from "./period.ts"
import type { RunningSubscription } from "./subscription.ts"
import { planTrialEnd } from "./trial-end.ts"
import { isUnpaidTrial } from "./unpaid-trial.ts"

/**
 * What today means for a subscription. One step a day and no more: after days that were missed, whoever was to be
 * told and suspended in them is told first.
 */
export function planCollecting(
  one: WithOwed<
    Pick<
      RunningSubscription,
      | "state"
      | "collection"
      | "periodEnd"
      | "cancelAtEnd"
      | "overdueOn"
      | "suspendedOn"
      | "graceUntil"
      | "requestId"
      | "nextRequestOn"
      | "pauseFrom"
      | "pauseUntil"
      | "periodNumber"
      | "trialUntil"
    >
  >,
  { today, policy, isMoneyOnItsWay, isFree = false }: CollectingFacts,
): CollectingPlan {
  const ownLeft = daysLeft(nextStart(one), today)
  const left = daysLeft(unpaidFrom(one), today)
  if (ownLeft < 0 && one.cancelAtEnd) return { act: isBusinessDay(today, policy) ? "cancel" : "wait" }
  const inPause = standInPause(one, today)
  if (inPause === "within" && one.state === "active") return { act: "pause" }
  if (inPause === "past" && ownLeft >= 0) return { act: "resume" }
  // Its request waits with a held run, or could not be made: nobody loses anything they were never asked to pay.
  const isAsked = isOwing(one) || one.requestId
  if (!isAsked && one.nextRequestOn && Temporal.PlainDate.compare(one.nextRequestOn, today) <= 0) {
    return { act: "wait" }
  }
  if (one.state === "trialing") return planTrialEnd(one, { today, policy, isMoneyOnItsWay })
  if (left >= 0) {
    // Who is charged by itself was told with the request; reminding them would only frighten.
    const isPaidByHand = isOwing(one) || (one.collection === "manual" && !one.cancelAtEnd && !isFree)
    const isFirstWord = left === policy.requestDays && !isOwing(one)
    const isReminded = policy.reminderDays.includes(left) && !isFirstWord && isPaidByHand
    return isReminded ? { act: "remind", daysBefore: left } : { act: "wait" }
  }
  if (one.state === "active") return { act: "miss" }
  if (one.graceUntil && Temporal.PlainDate.compare(today, one.graceUntil) <= 0) return { act: "wait" }
  const isHeldUp = isMoneyOnItsWay && -left < policy.suspendDays + policy.moneyOnItsWayDays
  if (isHeldUp || !isBusinessDay(today, policy)) return { act: "wait" }
  // What was paused and is not paid stands still already; after as long it does so for want of money.
  if (one.state === "past_due" || one.state === "paused") {
    // A run that is played a second time on the day on which it was said takes nothing away.
    if (one.overdueOn?.equals(today)) return { act: "wait" }
    return -left >= policy.suspendDays ? { act: "suspend" } : { act: "wait" }
  }
  return isToExpire(one, -left, today, policy) ? { act: "expire" } : { act: "wait" }
}

/**
 * A trial that nobody paid for is kept as long as the shop says; what was paid for is counted from the last usable day, and never
 * ended sooner after the suspension than the policy lets pass between them.
 */
function isToExpire(
  one: Pick<RunningSubscription, "state" | "suspendedOn" | "periodNumber" | "trialUntil">,
  overdueDays: number,
  today: Temporal.PlainDate,
  { suspendDays, terminateDays, trialEndDays }: CollectingPolicy,
): boolean {
  const { state, suspendedOn } = one
  if (state !== "suspended" || !suspendedOn) return false
  const stoodDays = suspendedOn.until(today, { largestUnit: "days" }).days
  if (isUnpaidTrial(one)) return stoodDays >= trialEndDays
  return overdueDays >= terminateDays && stoodDays >= terminateDays - suspendDays
}
