import { type Context, type Reach, within } from "#kit/context.ts"
import { isSame, type Money } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { applyTakingBack, type TakenBack } from "./apply-taking-back.ts"
import { creditInvoice } from "./credit-invoice.ts"
import { billingRefusals } from "./errors.ts"
import { listPurchases } from "./list-purchases.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { spreadOverPayments } from "./plan-credit.ts"
import { type Purchase, planTakingBack } from "./plan-taking-back.ts"

export interface WantedTakingBack {
  readonly subscriptionId: string
  /** The oldest of the purchases that go: it and all after it. */
  readonly periodId: string
  /** What was shown. Another day or another credit note makes another figure, which is shown first. */
  readonly expected: Money
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
  const { purchases: takenBack } = plan
  const reason = "Taken back by the customer."
  await applyTakingBack(ctx, { subscription, request }, { ...taken, purchases: takenBack, today, reason })
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
