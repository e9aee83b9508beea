import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context, Reach } from "#kit/context.ts"
import { type Money, money, toWire } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { chargeBeside } from "./charge-beside.ts"
import { creditInvoice } from "./credit-invoice.ts"
import { billingRefusals } from "./errors.ts"
import { nextMinorOf } from "./free-time.ts"
import { listPaidPeriods, type PaidTime } from "./list-paid-periods.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { nextStart } from "./pause.ts"
import { spreadOverPayments } from "./plan-credit.ts"
import type { PricePart } from "./price-parts.ts"
import { replaceRequest } from "./replace-request.ts"
import { isRunning } from "./subscription.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"

export interface WantedSubscriptionPlan {
  readonly subscriptionId: string
  /** Whose wish it is: told twice, money goes back once. */
  readonly key: string
  readonly changeOn: Temporal.PlainDate
  readonly planId: string
  readonly priceId: string
  readonly versionId: string | null
  readonly unit: Money
  /** What the unit is made of; none: the plan alone. */
  readonly parts: readonly PricePart[]
  readonly words: Say
  /** What the cheaper plan leaves over, to go back; zero where the difference was paid or waived. */
  readonly back: Money
}

const wholeHouse: Reach = { kind: "all" }

/** The agreement is about another plan from a day on, for all the time that is paid. Its end stays where it was. */
export async function changeSubscriptionPlan(ctx: Context, wanted: WantedSubscriptionPlan): Promise<void> {
  const { subscription, request } = await lockSubscription(ctx, wholeHouse, wanted.subscriptionId)
  if (!isRunning(subscription)) {
    return billingRefusals.refuse("billing.subscription_missing", { subscriptionId: subscription.id })
  }
  const periods = await listPaidPeriods(ctx, wholeHouse, subscription, wanted.changeOn)
  const { planId, priceId, versionId, unit, parts, words } = wanted
  await ctx.db
    .update(subscriptions)
    .set({
      planId,
      priceId,
      versionId,
      words,
      unitMinor: unit.minor,
      expectedMinor: null,
      parts: [...parts],
      nextMinor: nextMinorOf({ ...subscription, planId, unit }, nextStart(subscription)),
    })
    .where(eq(subscriptions.id, subscription.id))
  const worthOf = planId === subscription.planId ? chargeBeside(subscription, unit) : () => null
  for (const period of periods) {
    await ctx.db
      .update(subscriptionPeriods)
      .set({
        changedOn: wanted.changeOn,
        lineId: period.lineId,
        worthMinor: worthOf(period)?.minor ?? null,
      })
      .where(eq(subscriptionPeriods.id, period.periodId))
  }
  // Its next time costs what the other plan costs: what was asked for it is asked for anew, for all on that request.
  if (request) await replaceRequest(ctx, request, "")
  if (wanted.back.minor > 0n) {
    const reason =
      planId === subscription.planId ? "Changed to options that cost less." : "Changed to a cheaper plan."
    await giveDifferenceBack(ctx, { ...wanted, reason }, periods)
  }
  await recordAudit(ctx, {
    act: "billing.subscription-plan-changed",
    subjectId: subscription.id,
    accountId: subscription.accountId,
    before: { planId: subscription.planId, unit: toWire(subscription.unit) },
    after: { planId, unit: toWire(unit), changeOn: wanted.changeOn.toString(), back: toWire(wanted.back) },
  })
}

/** A lower price is a credit note with its tax, never a mere balance: the money goes back the way it came. */
async function giveDifferenceBack(
  ctx: Context,
  { back, key, reason }: WantedSubscriptionPlan & { readonly reason: string },
  periods: readonly PaidTime[],
): Promise<void> {
  const payments = periods.flatMap((period) => period.payments)
  const left = payments.reduce((total, payment) => total + payment.left.minor, 0n)
  const most = money(back.minor < left ? back.minor : left, back.currency)
  for (const { payment, gross } of spreadOverPayments(most, payments)) {
    await creditInvoice(ctx, {
      invoiceId: payment.invoiceId,
      key: `${key}:${payment.lineId}`,
      wish: [{ lineId: payment.lineId, gross }],
      cause: "plan_change",
      reason,
    })
  }
}
