import type { Context } from "#kit/context.ts"
import { keepTransferWords, postTransfer } from "#ledger"
import type { PaymentRequest } from "./payment-request.ts"

/** What the customer owes by an invoice, from its day on. */
export async function postIssued(ctx: Context, request: PaymentRequest, invoiceId: string): Promise<void> {
  await postTransfer(ctx, {
    key: `invoice:${invoiceId}`,
    currency: request.total.currency,
    reference: invoiceId,
    words: keepTransferWords("invoice", { number: request.number }),
    postings: [
      { account: `receivable:${request.accountId}`, minor: request.total.minor },
      { account: "revenue:hosting", minor: -request.net.minor },
      { account: "tax:payable", minor: -request.tax.minor },
    ],
  })
}
