import type { CollectingPolicy } from "./collecting-policy.ts"
import type { RunningSubscription } from "./subscription.ts"

/** Staff may agree to more than the shop offers by itself. */
const MOST_DAYS_BY_STAFF = 365

export interface PauseRange {
  /** The soonest and the latest day on which it may go on. */
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
}

/** Until when it may stand still. Nothing where pauses are not offered to whoever asks. */
export function planPauseRange(
  { periodEnd }: Pick<RunningSubscription, "periodEnd">,
  to: { readonly policy: Pick<CollectingPolicy, "pauseDays">; readonly isStaff: boolean },
): PauseRange | undefined {
  const days = to.isStaff ? MOST_DAYS_BY_STAFF : to.policy.pauseDays
  return days === 0 ? undefined : { first: periodEnd.add({ days: 1 }), last: periodEnd.add({ days }) }
}
