import { eq } from "drizzle-orm"
import { creditInvoice, getPaymentRequest, lockSubscription } from "#billing"
import { releaseStock } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { getServicePlan } from "#provisioning"
import { applyPlanChange } from "./apply-plan-change.ts"
import type { PlanChange } from "./change-of-plan-rows.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { listOpenChanges } from "./list-open-changes.ts"

const wholeHouse: Reach = { kind: "all" }

/** An invoice was paid: if it was for a change of plan, that comes true now, or its money goes back. */
export async function settleChange(
  ctx: Context,
  fact: { readonly invoiceId: string; readonly accountId: string },
): Promise<void> {
  for (const change of await listOpenChanges(ctx, wholeHouse, fact.accountId)) {
    if (!change.paymentRequestId) continue
    const request = await getPaymentRequest(ctx, wholeHouse, change.paymentRequestId)
    if (request.invoiceId !== fact.invoiceId) continue
    if (await isStillPossible(ctx, change)) return applyPlanChange(ctx, change.id)
    await ctx.db.update(planChanges).set({ state: "withdrawn" }).where(eq(planChanges.id, change.id))
    await releaseStock(ctx, { reference: change.id })
    await creditInvoice(ctx, {
      invoiceId: fact.invoiceId,
      key: change.id,
      wish: "rest",
      cause: "not_delivered",
      reason: "Its time or its price was another before the change was paid for.",
    })
  }
}

/** Further time that was paid meanwhile, an end, or another price of the same plan makes the difference another one. */
async function isStillPossible(ctx: Context, change: PlanChange): Promise<boolean> {
  const { subscription } = await lockSubscription(ctx, wholeHouse, change.subscriptionId)
  const service = await getServicePlan(ctx, wholeHouse, change.serviceId)
  const isSamePlan = change.agreed.planId === change.fromPlanId
  return (
    subscription.endedAt === null &&
    (!isSamePlan || subscription.versionId === change.agreed.versionId) &&
    subscription.periodEnd?.equals(change.periodEnd) === true &&
    service.planId === change.fromPlanId &&
    service.state !== "ended"
  )
}
