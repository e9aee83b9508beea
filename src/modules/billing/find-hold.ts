import { findProductOf } from "#catalog"
import type { Context } from "#kit/context.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { getRefundPolicy } from "./get-refund-policy.ts"
import { type HoldPlan, planHold } from "./plan-hold.ts"
import type { Subscription } from "./subscription.ts"

/** How long it would stand still if its running time were taken back today, by its product's policy. */
export async function findHold(
  ctx: Context,
  { planId }: Pick<Subscription, "planId">,
  today: Temporal.PlainDate,
): Promise<HoldPlan> {
  const refunds = await getRefundPolicy(ctx, await findProductOf(ctx, { kind: "all" }, planId))
  return planHold(today, refunds, await getCollectingPolicy(ctx))
}
