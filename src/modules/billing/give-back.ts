import { recordAudit } from "#audit"
import type { Context, Reach } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { postTransfer } from "#ledger"
import { requestRefund } from "#payments"
import { getSettings } from "#tenancy"
import { invoiceCredited } from "./events.ts"
import { type InvoiceContent, writeContent } from "./invoice.ts"
import { planCreditContent } from "./plan-content.ts"
import { findCreditNote, getInvoice, getPaymentRequest, type InvoiceDetail } from "./queries.ts"
import { creditNotes } from "./tables.ts"
import { takeNumber } from "./take-number.ts"
import { withdrawRequest } from "./withdraw-request.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * What was ordered won't be delivered: an unpaid request is withdrawn; a paid one is taken back by a credit note
 * and its money goes back the way it came. Told twice, it happens once.
 */
export async function giveBack(
  ctx: Context,
  wanted: { readonly paymentRequestId: string; readonly reason: string },
): Promise<void> {
  const request = await getPaymentRequest(ctx, wholeHouse, wanted.paymentRequestId, "update")
  if (request.state !== "paid" || !request.invoiceId) {
    return withdrawRequest(ctx, wholeHouse, { id: request.id, reason: wanted.reason })
  }
  if (await findCreditNote(ctx, wholeHouse, request.invoiceId)) return
  await creditInvoice(ctx, await getInvoice(ctx, wholeHouse, request.invoiceId), wanted.reason)
}

async function creditInvoice(ctx: Context, invoice: InvoiceDetail, reason: string): Promise<void> {
  const creditNoteId = ctx.newId("crn")
  const { accountId, orderId } = invoice
  if (invoice.paymentAttemptId) {
    await requestRefund(ctx, {
      attemptId: invoice.paymentAttemptId,
      key: `credit:${invoice.id}`,
      reason: "requested",
      amount: invoice.total,
    })
  }
  // The money is the customer's again until the gateway has sent it back.
  await postTransfer(ctx, {
    key: `credit:${invoice.id}`,
    currency: invoice.total.currency,
    reference: creditNoteId,
    words: `Credit note for ${invoice.number}`,
    postings: [
      { account: "revenue:hosting", minor: invoice.net.minor },
      { account: "tax:payable", minor: invoice.tax.minor },
      { account: `unapplied:${accountId}`, minor: -invoice.total.minor },
    ],
  })
  const written = await writeCreditNote(ctx, creditNoteId, invoice, reason)
  await announce(ctx, invoiceCredited, {
    invoiceId: invoice.id,
    orderId,
    accountId,
    creditNoteId,
    number: written.number,
  })
  await recordAudit(ctx, {
    act: "billing.credit-note-issued",
    subjectId: creditNoteId,
    accountId,
    reason,
    before: { invoiceId: invoice.id, number: invoice.number },
    after: { ...written, total: toWire(invoice.total) },
  })
}

async function writeCreditNote(ctx: Context, id: string, invoice: InvoiceDetail, reason: string) {
  const { legalEntityId, timeZone } = await getSettings(ctx)
  const today = ctx.clock.today(timeZone)
  const original = JSON.parse(invoice.content) as InvoiceContent
  const taken = await takeNumber(ctx, { legalEntityId, kind: "credit_note", today })
  const content = writeContent(planCreditContent(original, { ...taken, reason }))
  await ctx.db.insert(creditNotes).values({
    id,
    ...taken,
    issuedAt: ctx.clock.now(),
    invoiceId: invoice.id,
    accountId: invoice.accountId,
    currency: invoice.total.currency,
    netMinor: invoice.net.minor,
    taxMinor: invoice.tax.minor,
    totalMinor: invoice.total.minor,
    reason,
    content: content.text,
    contentHash: content.hash,
  })
  return { number: taken.number, contentHash: content.hash }
}
