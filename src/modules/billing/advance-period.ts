import type { Context } from "#kit/context.ts"
import { advancePeriods, type PaidCycles } from "./advance-periods.ts"
import type { RunningSubscription } from "./subscription.ts"

/** So many more cycles of one are paid. Called with the row locked. */
export function advancePeriod(ctx: Context, one: RunningSubscription, paid: PaidCycles): Promise<void> {
  return advancePeriods(ctx, [{ one, paid }])
}
