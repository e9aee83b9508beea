import { type CollectingPolicy, planRequestDay } from "./collecting-policy.ts"
import { planStretch, type Stretch } from "./renewal-lines.ts"
import { canMove, type RunningSubscription, type SubscriptionState } from "./subscription.ts"

export interface AdvancePlan {
  readonly stretch: Stretch
  readonly state: SubscriptionState
  readonly periodNumber: number
  /** Paid ahead, a pause before it is still to come, or goes on. */
  readonly isPauseOver: boolean
  readonly nextRequestOn: Temporal.PlainDate | null
}

/** What so many more paid cycles make of it: counted from where the paid time or a pause ended, also when paid late. */
export function planAdvance(
  one: RunningSubscription,
  cycles: number,
  {
    today,
    policy,
  }: { readonly today: Temporal.PlainDate; readonly policy: Pick<CollectingPolicy, "requestDays"> },
): AdvancePlan {
  const stretch = planStretch(one, cycles)
  return {
    stretch,
    state: stateAfter(one, stretch, today),
    periodNumber: one.periodNumber + cycles,
    isPauseOver: Temporal.PlainDate.compare(stretch.start, today) <= 0,
    nextRequestOn: one.cancelAtEnd ? null : planRequestDay(stretch, policy),
  }
}

/** It runs if today is paid by it. What is paid ahead changes nothing before its day. */
function stateAfter(
  one: RunningSubscription,
  { start, end }: Stretch,
  today: Temporal.PlainDate,
): SubscriptionState {
  // Whoever pays for a trial tries it no longer, also before it is over.
  if (one.state === "trialing") return "active"
  // Paid ahead, it is in force: nothing has to be built before its day.
  if (one.state === "pending") return "active"
  const isAhead = Temporal.PlainDate.compare(start, today) > 0
  const isPaidUp = Temporal.PlainDate.compare(end, today) > 0
  return isPaidUp && !isAhead && canMove(one.state, "active") ? "active" : one.state
}
