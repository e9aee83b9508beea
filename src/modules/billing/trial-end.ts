import type { CollectingFacts, CollectingPlan } from "./collecting-act.ts"
import { type CollectingPolicy, isBusinessDay } from "./collecting-policy.ts"
import { daysLeft, later } from "./period.ts"
import type { RunningSubscription } from "./subscription.ts"

/** When the first payment is asked for: as every other is, and in time for what the law wants to be told before. */
export function trialRequestDay(
  { start, end }: { readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate },
  { requestDays }: Pick<CollectingPolicy, "requestDays">,
  { noticeDays }: { readonly noticeDays: number },
): Temporal.PlainDate {
  return later(end.subtract({ days: Math.max(requestDays, noticeDays) + 1 }), start)
}

/**
 * What today means for a trial that was asked to be paid for. Left unpaid it stands still from the day after its last;
 * one that is charged has that day for the charge, and is overdue from the next.
 */
export function planTrialEnd(
  one: Pick<RunningSubscription, "periodEnd" | "collection">,
  { today, policy, isMoneyOnItsWay }: CollectingFacts,
): CollectingPlan {
  const left = daysLeft(one.periodEnd, today)
  const isAutomatic = one.collection === "automatic"
  if (left >= 0) {
    const isReminded = policy.reminderDays.includes(left) && !isAutomatic
    return isReminded ? { act: "remind", daysBefore: left } : { act: "wait" }
  }
  const isHeldUp = isMoneyOnItsWay && -left <= policy.moneyOnItsWayDays
  if (isHeldUp) return { act: "wait" }
  if (isAutomatic) return left === -1 ? { act: "wait" } : { act: "miss" }
  return isBusinessDay(today, policy) ? { act: "suspend" } : { act: "wait" }
}
