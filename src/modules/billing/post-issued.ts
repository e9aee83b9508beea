import type { Context } from "#kit/context.ts"
import { keepTransferWords, postTransfer } from "#ledger"
import type { PaymentRequest } from "./payment-request.ts"
import { planIssuedPostings } from "./plan-issued-postings.ts"

/** What the customer owes by an invoice, from its day on. */
export async function postIssued(ctx: Context, request: PaymentRequest, invoiceId: string): Promise<void> {
  await postTransfer(ctx, {
    key: `invoice:${invoiceId}`,
    currency: request.total.currency,
    reference: invoiceId,
    words: keepTransferWords("invoice", { number: request.number }),
    postings: planIssuedPostings(request.accountId, request),
  })
}
