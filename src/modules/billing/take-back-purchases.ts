import { desc, eq, inArray } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { isSame, type Money, toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { planRequestDay } from "./collecting-policy.ts"
import { creditInvoice } from "./credit-invoice.ts"
import { endSubscription } from "./end-subscription.ts"
import { billingRefusals } from "./errors.ts"
import { purchaseTakenBack } from "./events.ts"
import { findHold } from "./find-hold.ts"
import { nextMinorOf } from "./free-time.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { listPurchases } from "./list-purchases.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { nextStart } from "./pause.ts"
import { spreadOverPayments } from "./plan-credit.ts"
import type { HoldPlan } from "./plan-hold.ts"
import { type Purchase, planTakingBack } from "./plan-taking-back.ts"
import { countShort } from "./price-cycles.ts"
import { replaceRequest } from "./replace-request.ts"
import type { Subscription } from "./subscription.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"
import { invoiceLines } from "./tables.ts"

export interface WantedTakingBack {
  readonly subscriptionId: string
  /** The oldest of the purchases that go: it and all after it. */
  readonly periodId: string
  /** What was shown. Another day or another credit note makes another figure, which is shown first. */
  readonly expected: Money
}

export interface TakenBack {
  readonly amount: Money
  readonly effect: "end_moves_back" | "ends"
  readonly creditNoteIds: readonly string[]
}

/**
 * A customer takes purchases back: each with a credit note at its own rates, newest first, and the money goes the way
 * it came. What has not begun only moves the end back; with the running period the agreement ends.
 */
export async function takeBackPurchases(
  ctx: Context,
  wanted: WantedTakingBack,
  reach: Reach = within(ctx.actor),
): Promise<TakenBack> {
  const { subscription, request } = await lockSubscription(ctx, reach, wanted.subscriptionId)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const purchases = await listPurchases(ctx, subscription, today)
  const from = purchases.find(({ periodId }) => periodId === wanted.periodId)
  const plan = from && planTakingBack(purchases, from, today)
  if (!plan || subscription.endedAt) {
    return billingRefusals.refuse("billing.purchase_missing", { periodId: wanted.periodId })
  }
  if ("refused" in plan) {
    return billingRefusals.refuse("billing.refund_window_over", { periodId: plan.refused.periodId })
  }
  if (!isSame(plan.amount, wanted.expected)) {
    return billingRefusals.refuse("billing.refund_changed", { amount: plan.amount.minor.toString() })
  }
  const creditNoteIds: string[] = []
  for (const purchase of plan.purchases) creditNoteIds.push(...(await creditPurchase(ctx, purchase)))
  const taken = { amount: plan.amount, effect: plan.effect, creditNoteIds }
  if (plan.effect === "end_moves_back") {
    // What asks for the time after it would ask for a gap.
    if (request) await replaceRequest(ctx, request, subscription.id)
    await moveEndBack(ctx, subscription, plan.purchases)
  }
  const hold = plan.effect === "ends" ? await findHold(ctx, subscription, today) : null
  await recordTakingBack(ctx, subscription, { ...taken, hold })
  return taken
}

/** Over several payments the newest goes first, each within what is left on it. */
async function creditPurchase(ctx: Context, { plan, ...purchase }: Purchase): Promise<string[]> {
  const isStatutory = plan.pays === "statutory"
  const ids: string[] = []
  for (const { payment, gross } of spreadOverPayments(plan.amount, purchase.payments)) {
    const note = await creditInvoice(ctx, {
      invoiceId: payment.invoiceId,
      key: `purchase:${purchase.periodId}:${payment.lineId}`,
      wish: [{ lineId: payment.lineId, gross }],
      cause: isStatutory ? "withdrawal" : "refund",
      reason: `Taken back by the customer on day ${plan.usedDays} of ${plan.totalDays}, by ${isStatutory ? "law" : "policy"}.`,
    })
    ids.push(note.id)
  }
  return ids
}

/** As if those periods had never been bought: they may be bought again. */
async function moveEndBack(
  ctx: Context,
  subscription: Subscription,
  purchases: readonly Purchase[],
): Promise<void> {
  const periodNumber = Math.min(...purchases.map(({ number }) => number)) - 1
  await ctx.db.delete(subscriptionPeriods).where(
    inArray(
      subscriptionPeriods.id,
      purchases.map(({ periodId }) => periodId),
    ),
  )
  const { startOn, endOn, anchorOn, anchorNumber } = await findLastPeriod(ctx, subscription)
  const discounts = countShort(subscription.discounts, periodNumber)
  // A pause that was to begin at the end begins at the one it has now.
  const isPauseSooner =
    subscription.pauseFrom && Temporal.PlainDate.compare(endOn, subscription.pauseFrom) < 0
  const pauseFrom = isPauseSooner ? endOn : subscription.pauseFrom
  await ctx.db
    .update(invoiceLines)
    .set({ releasedAt: ctx.clock.now() })
    .where(
      inArray(
        invoiceLines.id,
        purchases.flatMap(({ payments }) => payments.map(({ lineId }) => lineId)),
      ),
    )
  await ctx.db
    .update(subscriptions)
    .set({
      anchorOn,
      anchorNumber,
      periodNumber,
      discounts,
      nextMinor: nextMinorOf({ ...subscription, discounts, periodNumber }, endOn),
      periodStart: startOn,
      periodEnd: endOn,
      pauseFrom,
      nextRequestOn: subscription.cancelAtEnd
        ? null
        : planRequestDay(
            { start: startOn, end: nextStart({ ...subscription, periodEnd: endOn, pauseFrom }) },
            await getCollectingPolicy(ctx),
          ),
      requestId: null,
    })
    .where(eq(subscriptions.id, subscription.id))
}

/** What is left of its paid time: the newest stretch. */
async function findLastPeriod(ctx: Context, { id }: Subscription) {
  const [last] = await ctx.db
    .select()
    .from(subscriptionPeriods)
    .where(eq(subscriptionPeriods.subscriptionId, id))
    .orderBy(desc(subscriptionPeriods.number))
    .limit(1)
  if (!last) throw new Error(`${id} was paid for and never began.`)
  return last
}

async function recordTakingBack(
  ctx: Context,
  subscription: Subscription,
  taken: TakenBack & { readonly hold: HoldPlan | null },
): Promise<void> {
  const { id: subscriptionId, accountId, subject } = subscription
  const { effect, hold } = taken
  const amount = toWire(taken.amount)
  await recordAudit(ctx, {
    act: "billing.purchase-taken-back",
    subjectId: subscriptionId,
    accountId,
    before: { state: subscription.state, periodEnd: subscription.periodEnd?.toString() ?? null },
    after: { effect, amount, creditNoteIds: taken.creditNoteIds },
  })
  await announce(ctx, purchaseTakenBack, {
    subscriptionId,
    accountId,
    subject,
    effect,
    amount,
    hold: hold && {
      releaseOn: hold.releaseOn.toString(),
      backupSince: hold.backupSince?.toString() ?? null,
    },
  })
  if (effect === "ends") {
    await endSubscription(ctx, subscriptionId, {
      state: "cancelled",
      reason: "Taken back by the customer.",
      // It stands still and is kept for a while: nothing is deleted by a click on a refund page.
      takesSubject: false,
    })
  }
}
