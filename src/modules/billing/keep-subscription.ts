import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { planRequestDay } from "./collecting-policy.ts"
import { billingRefusals } from "./errors.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { getSubscription } from "./get-subscription.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { later } from "./period.ts"
import { isRunning, isStoppedByDispute, type Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Takes the cancellation back before it takes effect: it goes on as if nothing had been said. */
export async function keepSubscription(ctx: Context, id: string): Promise<Subscription> {
  const reach = within(ctx.actor)
  const { subscription } = await lockSubscription(ctx, reach, id)
  if (!isRunning(subscription)) {
    return billingRefusals.refuse("billing.subscription_not_running", { id, state: subscription.state })
  }
  if (!subscription.cancelAtEnd) return subscription
  if (isStoppedByDispute(subscription) && ctx.actor.kind !== "staff") {
    billingRefusals.refuse("billing.stopped_by_dispute", { id })
  }
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const period = { start: subscription.periodStart, end: subscription.periodEnd }
  await ctx.db
    .update(subscriptions)
    .set({
      cancelAtEnd: false,
      cancelReason: null,
      cancelComment: null,
      cancelAskedAt: null,
      nextRequestOn: later(planRequestDay(period, await getCollectingPolicy(ctx)), today),
    })
    .where(eq(subscriptions.id, id))
  await recordAudit(ctx, {
    act: "billing.subscription-kept",
    subjectId: id,
    accountId: subscription.accountId,
    before: { cancelAtEnd: true },
    after: { cancelAtEnd: false },
  })
  return getSubscription(ctx, reach, id)
}
