import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { spendCredit } from "#credit"
import type { Context, Reach } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type Money, toWire } from "#kit/money.ts"
import { getAttempt } from "#payments"
import { invoicePaid } from "./events.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { postApplied } from "./post-applied.ts"
import { restorePaid } from "./restore-paid.ts"
import { invoices, paymentRequests } from "./tables.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * An invoice that came first is paid: what is owed is nothing again, and what stood still for it runs. Called with the
 * request's row held. False where its credit isn't there any more; then nothing has moved.
 */
export async function payInvoice(
  ctx: Context,
  request: PaymentRequest,
  payment: { readonly attemptId: string | null; readonly amount: Money; readonly fromCredit: Money },
): Promise<boolean> {
  const { invoiceId, accountId, orderId } = request
  if (!invoiceId) throw new Error(`${request.id} was billed without an invoice.`)
  const { attemptId, fromCredit } = payment
  const creditPostings = await spendCredit(ctx, { reference: request.id, accountId, amount: fromCredit })
  if (!creditPostings) return false
  const attempt = attemptId ? await getAttempt(ctx, wholeHouse, attemptId) : undefined
  await postApplied(ctx, request, { ...payment, creditPostings }, invoiceId)
  await ctx.db
    .update(invoices)
    .set({
      state: "paid",
      paidAt: attempt?.settledAt ?? ctx.clock.now(),
      paymentAttemptId: attemptId,
      fromCreditMinor: fromCredit.minor,
    })
    .where(eq(invoices.id, invoiceId))
  await ctx.db
    .update(paymentRequests)
    .set({ state: "paid", paidByAttemptId: attemptId, fromCreditMinor: fromCredit.minor })
    .where(eq(paymentRequests.id, request.id))
  await restorePaid(ctx, invoiceId)
  await announce(ctx, invoicePaid, { invoiceId, orderId, accountId })
  await recordAudit(ctx, {
    act: "billing.invoice-paid",
    subjectId: invoiceId,
    accountId,
    before: { state: "open" },
    after: { state: "paid", attemptId, amount: toWire(payment.amount), fromCredit: toWire(fromCredit) },
  })
  return true
}
