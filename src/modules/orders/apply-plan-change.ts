import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { changeSubscriptionPlan } from "#billing"
import { releaseStock } from "#catalog"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { money } from "#kit/money.ts"
import { changeServicePlan, getServicePlan } from "#provisioning"
import { canMove } from "./change-of-plan.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { planChanged } from "./events.ts"
import { findStockHolder } from "./find-stock-holder.ts"
import { getPlanChange } from "./get-plan-change.ts"

/** What was agreed comes true: the agreement, the machine, and what goes back. Told twice, it happens once. */
export async function applyPlanChange(ctx: Context, changeId: string): Promise<void> {
  const change = await getPlanChange(ctx, { kind: "all" }, changeId, "update")
  if (!canMove(change.state, "applied")) return
  const { agreed, serviceId, subscriptionId, accountId, currency } = change
  const { hostname } = await getServicePlan(ctx, { kind: "all" }, serviceId)
  const { planId, priceId, versionId, planName, resources, packageId } = agreed
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
  // The piece of the plan so far can be sold again; the one of the other plan is held since it was asked for.
  const heldSoFar = planId === change.fromPlanId ? undefined : await findStockHolder(ctx, serviceId)
  if (heldSoFar) await releaseStock(ctx, heldSoFar)
  await changeServicePlan(ctx, serviceId, { planId, planName, resources, packageId })
  await ctx.db
    .update(planChanges)
    .set({ state: "applied", appliedAt: ctx.clock.now() })
    .where(eq(planChanges.id, changeId))
  await announce(ctx, planChanged, { changeId, serviceId, subscriptionId, accountId, planId })
  await recordAudit(ctx, {
    act: "orders.plan-changed",
    subjectId: serviceId,
    accountId,
    before: { planId: change.fromPlanId },
    after: { planId, changeId },
  })
}
