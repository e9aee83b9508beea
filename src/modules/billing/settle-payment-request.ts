import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { spendCredit } from "#credit"
import { type Account, getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type Money, toWire } from "#kit/money.ts"
import { postTransfer, type TransferPosting } from "#ledger"
import { getAttempt, requestRefund, type WantedRefund } from "#payments"
import { getSettings } from "#tenancy"
import { invoiceIssued, invoicePaid } from "./events.ts"
import { writeContent } from "./invoice.ts"
import { lineRow } from "./line-rows.ts"
import { loadProlonged, type Prolonging } from "./load-prolonged.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { planContent } from "./plan-content.ts"
import { planSettlement } from "./plan-settlement.ts"
import { prolongPaid } from "./prolong-paid.ts"
import { findPaymentRequest } from "./queries.ts"
import { invoiceLines, invoices, paymentRequests } from "./tables.ts"
import { takeNumber } from "./take-number.ts"
import { withProlonged } from "./with-prolonged.ts"
import { withdrawRequest } from "./withdraw-request.ts"

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
  await postInvoice(ctx, request, payment, invoiceId)
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
  await announce(ctx, invoicePaid, { invoiceId, orderId, accountId })
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

/** What the customer owes by the invoice, and at once what the money that came, and the credit, are applied to. */
async function postInvoice(
  ctx: Context,
  request: PaymentRequest,
  payment: Settlement,
  invoiceId: string,
): Promise<void> {
  const receivable = `receivable:${request.accountId}`
  const { currency } = request.total
  await postTransfer(ctx, {
    key: `invoice:${invoiceId}`,
    currency,
    reference: invoiceId,
    words: `Invoice for ${request.number}`,
    postings: [
      { account: receivable, minor: request.total.minor },
      { account: "revenue:hosting", minor: -request.net.minor },
      { account: "tax:payable", minor: -request.tax.minor },
    ],
  })
  await postTransfer(ctx, {
    key: `apply:${invoiceId}`,
    currency,
    reference: invoiceId,
    words: `Payment applied to the invoice for ${request.number}`,
    postings: [
      { account: `unapplied:${request.accountId}`, minor: payment.amount.minor },
      ...payment.creditPostings,
      { account: receivable, minor: -request.total.minor },
    ],
  })
}

async function writeInvoice(
  ctx: Context,
  facts: { invoiceId: string; request: PaymentRequest; payment: Settlement; account: Account },
): Promise<{ number: string; contentHash: string }> {
  const { invoiceId, request, payment, account } = facts
  const settings = await getSettings(ctx)
  const attempt = payment.attemptId ? await getAttempt(ctx, wholeHouse, payment.attemptId) : undefined
  const today = ctx.clock.today(settings.timeZone)
  const paidAt = attempt?.settledAt ?? ctx.clock.now()
  // From here to the commit every other invoice of this legal entity waits: only writes of our own follow.
  const taken = await takeNumber(ctx, { legalEntityId: settings.legalEntityId, kind: "invoice", today })
  const paidOn = paidAt.toZonedDateTimeISO(settings.timeZone).toPlainDate()
  const content = writeContent(
    planContent({
      number: taken.number,
      issuedOn: taken.issuedOn,
      request,
      settings,
      account,
      payment: {
        paidOn,
        gateway: attempt?.gateway ?? null,
        attemptId: payment.attemptId,
        fromCredit: payment.fromCredit,
      },
    }),
  )
  await ctx.db.insert(invoices).values({
    id: invoiceId,
    ...taken,
    issuedAt: ctx.clock.now(),
    accountId: request.accountId,
    accountName: account.company ?? account.name,
    orderId: request.orderId,
    requestId: request.id,
    currency: request.total.currency,
    netMinor: request.net.minor,
    taxMinor: request.tax.minor,
    totalMinor: request.total.minor,
    fromCreditMinor: payment.fromCredit.minor,
    content: content.text,
    contentHash: content.hash,
    state: "paid",
    paidAt,
    paymentAttemptId: payment.attemptId,
  })
  await ctx.db
    .insert(invoiceLines)
    .values(request.lines.map((line, position) => ({ invoiceId, ...lineRow(ctx.newId, line, position) })))
  return { number: taken.number, contentHash: content.hash }
}
