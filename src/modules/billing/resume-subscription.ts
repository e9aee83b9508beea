import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { advancePeriod } from "./advance-period.ts"
import { planRequestDay } from "./collecting-policy.ts"
import { billingRefusals } from "./errors.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { getSubscription } from "./get-subscription.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { nextCharge } from "./next-charge.ts"
import { isPaidBeyondPause } from "./pause.ts"
import { later } from "./period.ts"
import { replaceRequest } from "./replace-request.ts"
import { requestRenewal } from "./request-renewal.ts"
import { isRunning, type RunningSubscription, type Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/**
 * A pause that has not begun is taken back, as if nothing had been said. One that has ends today: its next time is
 * asked for at once, and it runs again when that is paid.
 */
export async function resumeSubscription(ctx: Context, id: string): Promise<Subscription> {
  const reach = within(ctx.actor)
  const { subscription, request } = await lockSubscription(ctx, reach, id)
  if (!isRunning(subscription) || !subscription.pauseUntil) {
    return billingRefusals.refuse("billing.pause_missing", { id })
  }
  if (isPaidBeyondPause(subscription)) {
    billingRefusals.refuse("billing.pause_paid_beyond", { until: subscription.pauseUntil.toString() })
  }
  if (request) await replaceRequest(ctx, request, id)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  if (subscription.state === "active") await takeBackPause(ctx, subscription, today)
  else await endPause(ctx, subscription, today)
  await recordAudit(ctx, {
    act: "billing.pause-ended",
    subjectId: id,
    accountId: subscription.accountId,
    before: { state: subscription.state, pauseUntil: subscription.pauseUntil.toString() },
    after: { pauseUntil: subscription.state === "active" ? null : today.toString() },
  })
  return getSubscription(ctx, reach, id)
}

async function takeBackPause(
  ctx: Context,
  one: RunningSubscription,
  today: Temporal.PlainDate,
): Promise<void> {
  const period = { start: one.periodStart, end: one.periodEnd }
  const nextRequestOn = later(planRequestDay(period, await getCollectingPolicy(ctx)), today)
  await ctx.db
    .update(subscriptions)
    .set({ pauseFrom: null, pauseUntil: null, requestId: null, nextRequestOn })
    .where(eq(subscriptions.id, one.id))
}

async function endPause(ctx: Context, one: RunningSubscription, today: Temporal.PlainDate): Promise<void> {
  const ended = { ...one, pauseUntil: today, requestId: null }
  await ctx.db
    .update(subscriptions)
    .set({ pauseUntil: today, requestId: null })
    .where(eq(subscriptions.id, one.id))
  if (nextCharge(ended).minor > 0n) await requestRenewal(ctx, [ended])
  else await advancePeriod(ctx, ended, { cycles: 1, invoiceId: null, gross: money(0n, one.unit.currency) })
}
