import type { Context } from "#kit/context.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { isPaidBeyondPause } from "./pause.ts"
import { type PauseRange, planPauseRange } from "./plan-pause-range.ts"
import { isRunning, type Subscription } from "./subscription.ts"

/** Until when its customer may let it stand still; nothing where the shop doesn't offer that, or it can't be now. */
export async function findPauseRange(ctx: Context, one: Subscription): Promise<PauseRange | undefined> {
  if (!isRunning(one) || one.state !== "active" || one.cancelAtEnd || isPaidBeyondPause(one)) return undefined
  return planPauseRange(one, { policy: await getCollectingPolicy(ctx), isStaff: false })
}
