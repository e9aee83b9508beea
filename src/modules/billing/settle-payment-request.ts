import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { spendCredit } from "#credit"
import { getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type Money, toWire } from "#kit/money.ts"
import type { TransferPosting } from "#ledger"
import { requestRefund, type WantedRefund } from "#payments"
import { invoiceIssued, invoicePaid } from "./events.ts"
import { loadProlonged, type Prolonging } from "./load-prolonged.ts"
import { payInvoice } from "./pay-invoice.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { planSettlement } from "./plan-settlement.ts"
import { postApplied } from "./post-applied.ts"
import { postIssued } from "./post-issued.ts"
import { prolongPaid } from "./prolong-paid.ts"
import { findPaymentRequest } from "./queries.ts"
import { paymentRequests } from "./tables.ts"
import { withProlonged } from "./with-prolonged.ts"
import { withdrawRequest } from "./withdraw-request.ts"
import { writeInvoice } from "./write-invoice.ts"

export interface SettledPayment {
  readonly reference: string
  /** Null where credit alone pays. */
  readonly attemptId: string | null
  readonly amount: Money
}

/** What pays a request, both parts of it. */
interface Settlement extends SettledPayment {
  readonly fromCredit: Money
  /** What the credit's part is in the books. */
  readonly creditPostings: readonly TransferPosting[]
}

const wholeHouse: Reach = { kind: "all" }

/**
 * Money has arrived. The request's row is locked, so of two payments at the same moment one issues the invoice
 * and the other goes back; told twice, the same payment does nothing the second time.
 */
export async function settlePaymentRequest(ctx: Context, payment: SettledPayment): Promise<void> {
  const request = await findPaymentRequest(ctx, wholeHouse, payment.reference, "update")
  // Payments settles references of every kind; what is no request of ours is somebody else's to answer.
  if (!request) return
  const plan = planSettlement(request, payment)
  if (plan.act === "nothing") return
  if (plan.act === "send-back") return sendBack(ctx, request, payment, plan.reason)
  if (plan.act === "apply") {
    const isPaid = await payInvoice(ctx, request, { ...payment, fromCredit: plan.fromCredit })
    return isPaid ? undefined : sendBack(ctx, request, payment, "too_little")
  }
  const prolonged = await loadProlonged(ctx, request, "update")
  if (!prolonged) {
    const reason = "What it asked for has ended or was paid otherwise."
    await withdrawRequest(ctx, wholeHouse, { id: request.id, reason })
    if (payment.attemptId !== null) await sendBack(ctx, request, payment, "withdrawn")
    return
  }
  const { fromCredit } = plan
  const creditPostings = await spendCredit(ctx, {
    reference: request.id,
    accountId: request.accountId,
    amount: fromCredit,
  })
  if (!creditPostings) return sendBack(ctx, request, payment, "too_little")
  await issueInvoice(
    ctx,
    withProlonged(request, prolonged),
    { ...payment, fromCredit, creditPostings },
    prolonged,
  )
}

async function sendBack(
  ctx: Context,
  request: PaymentRequest,
  { attemptId, amount }: SettledPayment,
  reason: WantedRefund["reason"],
): Promise<void> {
  if (attemptId === null) throw new Error(`${request.id} was to be paid by credit that isn't there.`)
  await requestRefund(ctx, { attemptId, key: `request:${request.id}`, reason, amount })
  await recordAudit(ctx, {
    act: "billing.payment-sent-back",
    subjectId: request.id,
    accountId: request.accountId,
    reason,
    after: { attemptId, amount: toWire(amount) },
  })
}

async function issueInvoice(
  ctx: Context,
  request: PaymentRequest,
  payment: Settlement,
  prolonged: readonly Prolonging[],
): Promise<void> {
  const invoiceId = ctx.newId("inv")
  const account = await getAccount(ctx, request.accountId)
  await postIssued(ctx, request, invoiceId)
  await postApplied(ctx, request, payment, invoiceId)
  const { number, contentHash } = await writeInvoice(ctx, { invoiceId, request, payment, account })
  await ctx.db
    .update(paymentRequests)
    .set({
      state: "paid",
      invoiceId,
      paidByAttemptId: payment.attemptId,
      fromCreditMinor: payment.fromCredit.minor,
    })
    .where(eq(paymentRequests.id, request.id))
  await prolongPaid(ctx, prolonged, invoiceId)
  const { orderId, accountId } = request
  await announce(ctx, invoiceIssued, { invoiceId, orderId, accountId, number })
  const change = request.purpose === "change" ? { isChange: true as const } : {}
  await announce(ctx, invoicePaid, { invoiceId, orderId, accountId, ...change })
  await recordAudit(ctx, {
    act: "billing.invoice-issued",
    subjectId: invoiceId,
    accountId,
    before: { requestId: request.id, state: request.state },
    after: {
      number,
      contentHash,
      total: toWire(request.total),
      fromCredit: toWire(payment.fromCredit),
      attemptId: payment.attemptId,
    },
  })
}
