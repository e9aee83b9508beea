import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { getSettings } from "#tenancy"
import { billingRefusals } from "./errors.ts"
import { subscriptionRestored } from "./events.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { getSubscription } from "./get-subscription.ts"
import { lockSubscription } from "./lock-subscription.ts"
import type { Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Staff let somebody who promised to pay run on until a day, as far as their role may. What was suspended for want of money runs again. */
export async function graceSubscription(
  ctx: Context,
  wish: { readonly id: string; readonly until: string; readonly reason: string },
): Promise<Subscription> {
  const reach = within(ctx.actor)
  const { subscription } = await lockSubscription(ctx, reach, wish.id)
  const { id, accountId, subject, state } = subscription
  if (state !== "past_due" && state !== "suspended") {
    return billingRefusals.refuse("billing.subscription_not_overdue", { id, state })
  }
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const until = Temporal.PlainDate.from(wish.until)
  const days = today.until(until, { largestUnit: "days" }).days
  const policy = await getCollectingPolicy(ctx)
  const isLong = ctx.actor.permissions.has("billing.subscriptions.promise-long")
  const most = isLong ? policy.longPromiseDays : policy.promiseDays
  if (days < 0 || days > most) {
    billingRefusals.refuse("billing.grace_too_long", { days: most }, { field: "until" })
  }
  await ctx.db
    .update(subscriptions)
    .set({ graceUntil: until, state: "past_due", suspendedOn: null })
    .where(eq(subscriptions.id, id))
  if (state === "suspended") {
    await announce(ctx, subscriptionRestored, { subscriptionId: id, accountId, subject })
  }
  await recordAudit(ctx, {
    act: "billing.subscription-graced",
    subjectId: id,
    accountId,
    reason: wish.reason,
    before: { state },
    after: { state: "past_due", graceUntil: wish.until },
  })
  return getSubscription(ctx, reach, id)
}
