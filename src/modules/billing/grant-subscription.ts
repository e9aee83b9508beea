import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { advancePeriod } from "./advance-period.ts"
import { billingRefusals } from "./errors.ts"
import { getSubscription } from "./get-subscription.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { replaceRequest } from "./replace-request.ts"
import { isRunning, type Subscription } from "./subscription.ts"

/** Staff give so many cycles for nothing, with a reason that is kept. What was asked for these days is taken back. */
export async function grantSubscription(
  ctx: Context,
  wish: { readonly id: string; readonly cycles: number; readonly reason: string },
): Promise<Subscription> {
  const reach = within(ctx.actor)
  const { subscription, request } = await lockSubscription(ctx, reach, wish.id)
  if (!isRunning(subscription)) {
    return billingRefusals.refuse("billing.subscription_not_running", {
      id: wish.id,
      state: subscription.state,
    })
  }
  if (request) await replaceRequest(ctx, request, subscription.id)
  const { accountId, unit, periodEnd } = subscription
  await advancePeriod(ctx, subscription, {
    cycles: wish.cycles,
    invoiceId: null,
    gross: money(0n, unit.currency),
  })
  await recordAudit(ctx, {
    act: "billing.subscription-granted",
    subjectId: wish.id,
    accountId,
    reason: wish.reason,
    before: { periodEnd: periodEnd.toString() },
    after: { cycles: wish.cycles },
  })
  return getSubscription(ctx, reach, wish.id)
}
