import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { getSettings } from "#tenancy"
import { planRequestDay } from "./collecting-policy.ts"
import { billingRefusals } from "./errors.ts"
import { pausePlanned } from "./events.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { getSubscription } from "./get-subscription.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { isPaidBeyondPause, nextStart } from "./pause.ts"
import { later } from "./period.ts"
import { planPauseRange } from "./plan-pause-range.ts"
import { replaceRequest } from "./replace-request.ts"
import { isRunning, type Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/**
 * What is paid is used; from its end on it stands still and costs nothing until a day. Asked for again, the day moves.
 * What was asked for the time after the old end is taken back, and asked for anew in its time.
 */
export async function pauseSubscription(
  ctx: Context,
  wish: { readonly id: string; readonly until: string },
): Promise<Subscription> {
  const reach = within(ctx.actor)
  const { subscription, request } = await lockSubscription(ctx, reach, wish.id)
  const { id, accountId } = subscription
  if (!isRunning(subscription) || subscription.state !== "active") {
    return billingRefusals.refuse("billing.subscription_not_pausable", { id, state: subscription.state })
  }
  if (subscription.cancelAtEnd) billingRefusals.refuse("billing.subscription_to_be_cancelled", { id })
  if (isPaidBeyondPause(subscription)) {
    const until = subscription.pauseUntil?.toString() ?? ""
    billingRefusals.refuse("billing.pause_paid_beyond", { until })
  }
  const policy = await getCollectingPolicy(ctx)
  const range = planPauseRange(subscription, { policy, isStaff: ctx.actor.kind === "staff" })
  if (!range) return billingRefusals.refuse("billing.pause_not_offered", { id })
  const until = Temporal.PlainDate.from(wish.until)
  const [first, last] = [range.first.toString(), range.last.toString()]
  if (
    Temporal.PlainDate.compare(until, range.first) < 0 ||
    Temporal.PlainDate.compare(until, range.last) > 0
  ) {
    billingRefusals.refuse("billing.pause_out_of_range", { first, last }, { field: "until" })
  }
  if (request) await replaceRequest(ctx, request, id)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const pause = { pauseFrom: subscription.periodEnd, pauseUntil: until }
  const end = nextStart({ ...subscription, ...pause })
  await ctx.db
    .update(subscriptions)
    .set({
      ...pause,
      requestId: null,
      nextRequestOn: later(planRequestDay({ start: subscription.periodStart, end }, policy), today),
    })
    .where(eq(subscriptions.id, id))
  await recordAudit(ctx, {
    act: "billing.pause-planned",
    subjectId: id,
    accountId,
    before: { pauseUntil: subscription.pauseUntil?.toString() ?? null },
    after: { pauseFrom: pause.pauseFrom.toString(), pauseUntil: wish.until },
  })
  const from = pause.pauseFrom.toString()
  await announce(ctx, pausePlanned, { subscriptionId: id, accountId, from, until: wish.until })
  return getSubscription(ctx, reach, id)
}
