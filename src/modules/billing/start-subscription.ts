import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { times } from "#kit/money.ts"
import { getSettings, type TenantSettings } from "#tenancy"
import { beginTrial } from "./begin-trial.ts"
import { planRequestDay } from "./collecting-policy.ts"
import { findSubscriptionOf } from "./find-subscription-of.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { isLineOf } from "./is-line-of.ts"
import { paperTax } from "./paper-tax.ts"
import { periodAt } from "./period.ts"
import { priceCycle } from "./price-cycles.ts"
import { getInvoice } from "./queries.ts"
import { canMove, type Subscription } from "./subscription.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"
import { withTax } from "./with-tax.ts"

/**
 * What it pays for stands: its time begins. Day 0 is the later of payment and activation, so that nobody pays for
 * the time of building. Told twice, it starts once.
 */
export async function startSubscription(
  ctx: Context,
  fact: { readonly subject: string; readonly activatedAt: Temporal.Instant },
): Promise<void> {
  const subscription = await findSubscriptionOf(ctx, { kind: "all" }, fact.subject, "update")
  if (!subscription || subscription.state !== "pending" || !canMove("pending", "active")) return
  const settings = await getSettings(ctx)
  const anchorOn = later(subscription.paidAt, fact.activatedAt)
    .toZonedDateTimeISO(settings.timeZone)
    .toPlainDate()
  if (subscription.trialDays) return beginTrial(ctx, subscription, anchorOn)
  const period = periodAt(anchorOn, subscription.cycle, 1)
  await ctx.db
    .update(subscriptions)
    .set({
      state: "active",
      anchorOn,
      periodNumber: 1,
      nextMinor: priceCycle(subscription, 1).charged.minor,
      periodStart: period.start,
      periodEnd: period.end,
      nextRequestOn: planRequestDay(period, await getCollectingPolicy(ctx)),
    })
    .where(eq(subscriptions.id, subscription.id))
  await ctx.db.insert(subscriptionPeriods).values({
    id: ctx.newId("spe"),
    subscriptionId: subscription.id,
    number: 1,
    cycles: 1,
    anchorOn,
    startOn: period.start,
    endOn: period.end,
    grossMinor: (await grossOf(ctx, subscription, settings)).minor,
    invoiceId: subscription.firstInvoiceId,
    createdAt: ctx.clock.now(),
  })
  await recordAudit(ctx, {
    act: "billing.subscription-started",
    subjectId: subscription.id,
    accountId: subscription.accountId,
    before: { state: subscription.state },
    after: { state: "active", anchorOn: anchorOn.toString(), periodEnd: period.end.toString() },
  })
}

function later(first: Temporal.Instant, second: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(first, second) > 0 ? first : second
}

/** What one piece of the order's line came to; the paper has one line for all its pieces, and its tax. */
async function grossOf(ctx: Context, subscription: Subscription, settings: TenantSettings) {
  const amount = times(priceCycle(subscription, 0).charged, BigInt(subscription.quantity))
  const { firstInvoiceId } = subscription
  if (!firstInvoiceId) return withTax(amount, settings)
  const invoice = await getInvoice(ctx, { kind: "all" }, firstInvoiceId)
  const line = invoice.lines.find((one) => isLineOf(subscription, one))
  return withTax(amount, line ? paperTax(invoice, line) : settings)
}
