import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { releaseStock } from "#catalog"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { changeServicePlan } from "#provisioning"
import type { PlanChange } from "./change-of-plan-rows.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { planChanged } from "./events.ts"
import { findStockHolder } from "./find-stock-holder.ts"

/** The machine gets its new size, and whoever listens is told. The agreement and its money are the caller's. */
export async function completePlanChange(ctx: Context, change: PlanChange): Promise<void> {
  const { id: changeId, serviceId, subscriptionId, accountId, fromPlanId } = change
  const { planId, planName, resources, packageId } = change.agreed
  // The piece of the plan so far can be sold again; the one of the other plan is held since it was asked for.
  const heldSoFar = planId === fromPlanId ? undefined : await findStockHolder(ctx, serviceId)
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
    before: { planId: fromPlanId },
    after: { planId, changeId },
  })
}
