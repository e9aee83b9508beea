import type { Context } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import { keepTransferWords, postTransfer, type TransferPosting } from "#ledger"
import type { PaymentRequest } from "./payment-request.ts"

/** Money that came, and credit, are applied to what is owed by an invoice. */
export async function postApplied(
  ctx: Context,
  request: PaymentRequest,
  payment: { readonly amount: Money; readonly creditPostings: readonly TransferPosting[] },
  invoiceId: string,
): Promise<void> {
  const credited = request.credited?.minor ?? 0n
  await postTransfer(ctx, {
    key: `apply:${invoiceId}`,
    currency: request.total.currency,
    reference: invoiceId,
    words: keepTransferWords("applied", { number: request.number }),
    postings: [
      { account: `unapplied:${request.accountId}`, minor: payment.amount.minor },
      ...payment.creditPostings,
      { account: `receivable:${request.accountId}`, minor: -(request.total.minor - credited) },
    ],
  })
}
