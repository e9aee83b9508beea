import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { releaseCredit } from "#credit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { keepTransferWords, postTransfer } from "#ledger"
import { listReferencesBeingPaid } from "#payments"
import { billingRefusals } from "./errors.ts"
import { lockInvoice } from "./lock-invoice.ts"
import { getInvoice, getPaymentRequest, type InvoiceDetail } from "./queries.ts"
import { invoices, paymentRequests } from "./tables.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * Nobody expects the money any more: a loss in the books, with its reason. The paper stands as it was issued and no credit
 * note is made, for what was sold was sold. Money that comes all the same is sent back by default.
 */
export async function writeOffInvoice(
  ctx: Context,
  wish: { readonly id: string; readonly reason: string },
  reach: Reach = within(ctx.actor),
): Promise<InvoiceDetail> {
  const { requestId } = await getInvoice(ctx, reach, wish.id)
  // The request first, as everybody who pays it does.
  if (requestId) await getPaymentRequest(ctx, wholeHouse, requestId, "update")
  await lockInvoice(ctx, reach, wish.id)
  const invoice = await getInvoice(ctx, reach, wish.id)
  if (invoice.state === "written_off") return invoice
  if (invoice.state !== "open" || !requestId) {
    return billingRefusals.refuse("billing.invoice_not_owed", { invoiceId: invoice.id })
  }
  if ((await listReferencesBeingPaid(ctx, wholeHouse, [requestId])).has(requestId)) {
    billingRefusals.refuse("billing.request_being_paid", { id: requestId })
  }
  await releaseCredit(ctx, requestId)
  await postTransfer(ctx, {
    key: `write-off:${invoice.id}`,
    currency: invoice.total.currency,
    reference: invoice.id,
    words: keepTransferWords("written_off", { number: invoice.number }),
    postings: [
      { account: "losses:bad-debt", minor: invoice.left.minor },
      { account: `receivable:${invoice.accountId}`, minor: -invoice.left.minor },
    ],
  })
  await ctx.db.update(invoices).set({ state: "written_off" }).where(eq(invoices.id, invoice.id))
  await ctx.db
    .update(paymentRequests)
    .set({ state: "written_off", fromCreditMinor: 0n })
    .where(eq(paymentRequests.id, requestId))
  await recordAudit(ctx, {
    act: "billing.invoice-written-off",
    subjectId: invoice.id,
    accountId: invoice.accountId,
    reason: wish.reason,
    before: { state: "open" },
    after: { state: "written_off", left: toWire(invoice.left) },
  })
  return getInvoice(ctx, reach, invoice.id)
}
