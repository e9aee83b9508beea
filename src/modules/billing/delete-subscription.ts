import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { listReferencesBeingPaid } from "#payments"
import { agreementRefusals } from "./agreement-errors.ts"
import { endSubscription } from "./end-subscription.ts"
import { billingRefusals } from "./errors.ts"
import { getSubscription } from "./get-subscription.ts"
import { isDeletable } from "./is-deletable.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { isAwaited, type Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/**
 * Out of sight of everybody but staff who look for it: its papers, its figures and its history stay. What was never
 * billed is over with it, and its request is taken back.
 */
export async function deleteSubscription(
  ctx: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Subscription> {
  const reach = within(ctx.actor)
  const { subscription, request } = await lockSubscription(ctx, reach, id)
  if (subscription.deletedAt) return subscription
  if (!isDeletable(subscription)) {
    return agreementRefusals.refuse("billing.subscription_not_deletable", { id, state: subscription.state })
  }
  if (request && (await listReferencesBeingPaid(ctx, { kind: "all" }, [request.id])).has(request.id)) {
    return billingRefusals.refuse("billing.request_being_paid", { id: request.id })
  }
  if (!subscription.endedAt)
    await endSubscription(ctx, id, { state: "cancelled", reason, takesSubject: false })
  const deletedAt = ctx.clock.now()
  // Its time never began.
  const unbegun = isAwaited(subscription) ? { anchorOn: null, periodStart: null, periodEnd: null } : {}
  await ctx.db
    .update(subscriptions)
    .set({ deletedAt, ...unbegun })
    .where(eq(subscriptions.id, id))
  await recordAudit(ctx, {
    act: "billing.subscription-deleted",
    subjectId: id,
    accountId: subscription.accountId,
    reason,
    before: { state: subscription.state },
  })
  return getSubscription(ctx, reach, id)
}
