import type { Subscription } from "#billing"
import { type ChangeMoment, momentsFor, type PlanChangePolicy } from "./change-of-plan-policy.ts"
import { isDownward } from "./is-downward.ts"
import type { WishedPlan } from "./wished-plan.ts"

/** When the shop lets it begin. What is paid once is done at once: a renewal asks for no set-up fee. */
export function momentsOf(
  policy: PlanChangePolicy,
  subscription: Subscription,
  plan: WishedPlan,
): readonly ChangeMoment[] {
  return plan.setup.minor > 0n ? ["now"] : momentsFor(policy, isDownward(subscription, plan))
}
