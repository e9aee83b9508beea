import { getSellablePlan, type SentOptions } from "#catalog"
import type { Context } from "#kit/context.ts"
import { chooseAnew } from "./choose-anew.ts"
import { goAlong } from "./go-along.ts"
import type { ChangeFacts } from "./load-change.ts"
import { loadOwnPlan } from "./load-own-plan.ts"
import type { WishedPlan } from "./wished-plan.ts"

/** Another plan, or other choices with the plan that it has. */
export type Wish = { readonly planId: string } | { readonly options: SentOptions }

export async function loadWish(ctx: Context, facts: ChangeFacts, wish: Wish): Promise<WishedPlan> {
  const { subscription } = facts
  if ("options" in wish) return chooseAnew(subscription, await loadOwnPlan(ctx, facts), wish.options)
  const { cycle, unit } = subscription
  const plan = await getSellablePlan(ctx, { planId: wish.planId, cycle, currency: unit.currency })
  return goAlong(subscription, plan)
}
