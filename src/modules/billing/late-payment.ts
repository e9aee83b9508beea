import { nextStart } from "./pause.ts"
import type { RunningSubscription } from "./subscription.ts"
import type { latePolicies } from "./subscription-contract.ts"
import { isUnpaidTrial } from "./unpaid-trial.ts"

/** From which day a late payment counts: what the shop has decided, and says before it is paid. */
export type LatePolicy = (typeof latePolicies)[number]

/** The first unpaid day itself is not late. */
export function isLate(
  one: Pick<RunningSubscription, "periodEnd" | "pauseFrom" | "pauseUntil">,
  today: Temporal.PlainDate,
): boolean {
  return Temporal.PlainDate.compare(today, nextStart(one)) > 0
}

/** From which day something that is late counts: what was never paid for from its payment, for nobody owed the days since. */
export function latePolicyOf(
  one: Pick<RunningSubscription, "periodNumber" | "trialUntil">,
  policy: LatePolicy,
): LatePolicy {
  return isUnpaidTrial(one) || one.periodNumber === 0 ? "from_payment" : policy
}

/** As it is when it is paid today: late, and counted from the payment, the days between are as if it had been paused. */
export function paidOn<One extends RunningSubscription>(
  one: One,
  { today, latePolicy }: { readonly today: Temporal.PlainDate; readonly latePolicy: LatePolicy },
): One {
  const beginsToday = latePolicyOf(one, latePolicy) === "from_payment" && isLate(one, today)
  return beginsToday ? { ...one, pauseFrom: one.periodEnd, pauseUntil: today } : one
}
