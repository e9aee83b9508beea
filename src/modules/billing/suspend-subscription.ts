import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { getSettings } from "#tenancy"
import { billingRefusals } from "./errors.ts"
import { subscriptionSuspended } from "./events.ts"
import { getSubscription } from "./get-subscription.ts"
import { lockSubscription } from "./lock-subscription.ts"
import type { Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Staff don't wait for the policy's day. Only what is overdue: other reasons to stop a machine are its own. */
export async function suspendSubscription(
  ctx: Context,
  wish: { readonly id: string; readonly reason: string },
): Promise<Subscription> {
  const reach = within(ctx.actor)
  const { subscription } = await lockSubscription(ctx, reach, wish.id)
  const { id, accountId, subject, state } = subscription
  if (state !== "past_due") {
    return billingRefusals.refuse("billing.subscription_not_overdue", { id, state })
  }
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  await ctx.db
    .update(subscriptions)
    .set({ state: "suspended", suspendedOn: today, graceUntil: null })
    .where(eq(subscriptions.id, id))
  await announce(ctx, subscriptionSuspended, { subscriptionId: id, accountId, subject })
  await recordAudit(ctx, {
    act: "billing.subscription-suspended",
    subjectId: id,
    accountId,
    reason: wish.reason,
    before: { state },
    after: { state: "suspended" },
  })
  return getSubscription(ctx, reach, id)
}
