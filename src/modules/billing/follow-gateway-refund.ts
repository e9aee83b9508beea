import { and, asc, eq, gt } from "drizzle-orm"
import { findUsedCredit } from "#credit"
import type { Context, Reach } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import type { Money } from "#kit/money.ts"
import { doubtSeenRefund, findRefund } from "#payments"
import { getSettings } from "#tenancy"
import { applyTakingBack } from "./apply-taking-back.ts"
import { creditInvoice } from "./credit-invoice.ts"
import { gatewayRefundFollowed } from "./events.ts"
import { findReplacement } from "./find-replacement.ts"
import { listCreditableLines } from "./list-creditable-lines.ts"
import { listPurchases } from "./list-purchases.ts"
import { lockInvoice } from "./lock-invoice.ts"
import { type LockedSubscription, lockSubscription } from "./lock-subscription.ts"
import { type CreditWish, spreadOverLines } from "./plan-credit.ts"
import { planRefundedTime, type RefundedTime, shareRefund } from "./plan-refunded-time.ts"
import { findPaymentRequest, getInvoice, getPaymentRequest } from "./queries.ts"
import { subscriptionPeriods } from "./subscription-tables.ts"

export interface SeenRefund {
  readonly refundId: string
  readonly attemptId: string
  /** What the payment was for. */
  readonly reference: string
  readonly amount: Money
}

const wholeHouse: Reach = { kind: "all" }
const reason = "Refunded in the payment service's own console."
/** More than one invoice pays for. */
const MOST = 500

/**
 * Staff sent money back at the gateway's own console: the papers follow it, as if it had been asked for here. A credit
 * note over as much, over the lines by what is left of each; and if nothing is left of the invoice, what it paid for is
 * taken back. What fits no paper stays in front of staff. Told again, nothing moves.
 */
export async function followGatewayRefund(ctx: Context, seen: SeenRefund): Promise<void> {
  const request = await findPaymentRequest(ctx, wholeHouse, seen.reference)
  if (!request?.invoiceId) return doubtSeenRefund(ctx, seen.refundId)
  const invoiceId = await findStanding(ctx, request.invoiceId)
  const locked = await lockPaidFor(ctx, invoiceId)
  await getPaymentRequest(ctx, wholeHouse, request.id, "update")
  await lockInvoice(ctx, wholeHouse, invoiceId)
  const refund = await findRefund(ctx, wholeHouse, { id: seen.refundId })
  if (refund?.state !== "seen" && refund?.state !== "unclear") return
  const wish = await planWish(ctx, invoiceId, seen)
  if (!wish) return doubtSeenRefund(ctx, seen.refundId)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const times: (RefundedTime & { readonly of: LockedSubscription })[] = []
  for (const of of locked) {
    const time = planRefundedTime(await listPurchases(ctx, of.subscription, today), invoiceId, today)
    if (time) times.push({ ...time, of })
  }
  const { id: creditNoteId } = await creditInvoice(ctx, {
    invoiceId,
    key: `seen:${seen.refundId}`,
    wish,
    cause: "refund",
    reason,
    seenRefundId: seen.refundId,
  })
  const { total, credited, accountId } = await getInvoice(ctx, wholeHouse, invoiceId)
  const stops = credited.minor === total.minor ? shareRefund(seen.amount, times) : []
  for (const { of, ...time } of stops) {
    await applyTakingBack(ctx, of, { ...time, creditNoteIds: [creditNoteId], today, reason })
  }
  const fact = { invoiceId, accountId, creditNoteId, hasStopped: stops.length > 0 }
  await announce(ctx, gatewayRefundFollowed, fact)
}

/** Nobody has one invoice put right more often. */
const MOST_REPLACED = 20

/** The invoice that stands in its place now, if it was put right. */
async function findStanding(ctx: Context, firstId: string): Promise<string> {
  let id = firstId
  for (let looks = 0; looks < MOST_REPLACED; looks++) {
    const { replacedBy } = await findReplacement(ctx, wholeHouse, await getInvoice(ctx, wholeHouse, id))
    if (!replacedBy) return id
    id = replacedBy.id
  }
  return id
}

/** By the order in which whoever takes a purchase back locks: what it paid for first. */
async function lockPaidFor(ctx: Context, invoiceId: string): Promise<LockedSubscription[]> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const rows = await ctx.db
    .selectDistinct({ id: subscriptionPeriods.subscriptionId })
    .from(subscriptionPeriods)
    .where(and(eq(subscriptionPeriods.invoiceId, invoiceId), gt(subscriptionPeriods.endOn, today)))
    .orderBy(asc(subscriptionPeriods.subscriptionId))
    .limit(MOST)
  const locked: LockedSubscription[] = []
  for (const { id } of rows) {
    const one = await lockSubscription(ctx, wholeHouse, id)
    if (!one.subscription.endedAt) locked.push(one)
  }
  return locked
}

/** Undefined: it was never paid by this, is paid no more, or less of it is left to be sent back. */
async function planWish(ctx: Context, invoiceId: string, seen: SeenRefund): Promise<CreditWish | undefined> {
  const { state, paymentAttemptId, requestId, total, credited } = await getInvoice(ctx, wholeHouse, invoiceId)
  if (state !== "paid" || paymentAttemptId !== seen.attemptId) return undefined
  const usedCredit = requestId ? await findUsedCredit(ctx, wholeHouse, requestId) : 0n
  if (seen.amount.minor > total.minor - credited.minor - usedCredit) return undefined
  return spreadOverLines(seen.amount, await listCreditableLines(ctx, wholeHouse, invoiceId))
}
