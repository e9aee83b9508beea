import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { findChargeableMethod } from "#payments"
import { agreeToTrialCharge } from "./agree-to-trial-charge.ts"
import { billingRefusals } from "./errors.ts"
import { getSubscription } from "./get-subscription.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { replaceRequest } from "./replace-request.ts"
import { requestRenewal } from "./request-renewal.ts"
import { isRunning, type Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/** How its next times are paid: by a saved method on the due day, or by hand. What is asked for already follows. */
export async function chooseCollection(
  ctx: Context,
  wish: {
    readonly id: string
    readonly collection: "manual" | "automatic"
    readonly methodId?: string | undefined
  },
): Promise<Subscription> {
  const reach = within(ctx.actor)
  const { subscription, request } = await lockSubscription(ctx, reach, wish.id)
  const { id, accountId, collection } = subscription
  if (!isRunning(subscription)) {
    return billingRefusals.refuse("billing.subscription_not_running", { id, state: subscription.state })
  }
  const isAutomatic = wish.collection === "automatic"
  const method = isAutomatic
    ? await findChargeableMethod(ctx, { kind: "all" }, { accountId, methodId: wish.methodId })
    : undefined
  if (isAutomatic && !method) {
    billingRefusals.refuse("billing.no_method_to_charge", { id }, { field: "methodId" })
  }
  const agreed = isAutomatic ? await agreeToTrialCharge(ctx, subscription) : {}
  await ctx.db
    .update(subscriptions)
    .set({ collection: wish.collection, methodId: method?.id ?? null, ...agreed })
    .where(eq(subscriptions.id, id))
  // What was asked for together with others is asked for again, each the way it is paid.
  if (request && request.lines.length > 1) {
    await replaceRequest(ctx, request, id)
    await requestRenewal(ctx, [subscription])
  }
  await recordAudit(ctx, {
    act: "billing.collection-chosen",
    subjectId: id,
    accountId,
    before: { collection, methodId: subscription.methodId },
    after: { collection: wish.collection, methodId: method?.id ?? null },
  })
  return getSubscription(ctx, reach, id)
}
