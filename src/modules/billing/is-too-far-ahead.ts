import { planStretch } from "./renewal-lines.ts"
import type { RunningSubscription } from "./subscription.ts"

/** Nobody sells time further ahead than they can keep: prices, plans and machines change before. */
export const MOST_YEARS_AHEAD = 10

export function isTooFarAhead(one: RunningSubscription, cycles: number, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(planStretch(one, cycles).end, today.add({ years: MOST_YEARS_AHEAD })) > 0
}
