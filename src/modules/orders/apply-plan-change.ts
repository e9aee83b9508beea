import { changeSubscriptionPlan } from "#billing"
import type { Context } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { getServicePlan } from "#provisioning"
import { canMove } from "./change-of-plan.ts"
import { completePlanChange } from "./complete-plan-change.ts"
import { getPlanChange } from "./get-plan-change.ts"

/** What was agreed comes true: the agreement, the machine, and what goes back. Told twice, it happens once. */
export async function applyPlanChange(ctx: Context, changeId: string): Promise<void> {
  const change = await getPlanChange(ctx, { kind: "all" }, changeId, "update")
  if (!canMove(change.state, "applied")) return
  const { agreed, serviceId, subscriptionId, currency } = change
  const { hostname } = await getServicePlan(ctx, { kind: "all" }, serviceId)
  const { planId, priceId, versionId, planName } = agreed
  await changeSubscriptionPlan(ctx, {
    subscriptionId,
    key: changeId,
    changeOn: change.changeOn,
    planId,
    priceId,
    versionId,
    unit: money(BigInt(agreed.unitMinor), currency),
    parts: agreed.parts ?? [],
    words: { en: `${planName.en} · ${hostname}`, ko: `${planName.ko} · ${hostname}` },
    back: money(change.backMinor, currency),
  })
  await completePlanChange(ctx, change)
}
