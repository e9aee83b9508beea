import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { releaseStock } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { changeServicePlan } from "#provisioning"
import { planChanges } from "./change-of-plan-tables.ts"
import { planChanged } from "./events.ts"
import { findStockHolder } from "./find-stock-holder.ts"
import { getPlanChange } from "./get-plan-change.ts"

const wholeHouse: Reach = { kind: "all" }

/** Its next time is paid and has begun: the machine gets its new size. Told twice, it happens once. */
export async function carryOutPlanned(
  ctx: Context,
  changeId: string,
  today: Temporal.PlainDate,
): Promise<void> {
  const change = await getPlanChange(ctx, wholeHouse, changeId, "update")
  const hasBegun = Temporal.PlainDate.compare(change.changeOn, today) <= 0
  if (change.state !== "planned" || change.paidOn === null || !hasBegun) return
  const { agreed, serviceId, subscriptionId, accountId } = change
  const { planId, planName, resources, packageId } = agreed
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
