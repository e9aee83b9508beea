import type { Context } from "#kit/context.ts"
import { keepTransferWords, postTransfer, type TransferPosting } from "#ledger"
import { planCreditedPostings } from "./plan-credited-postings.ts"
import type { Credit } from "./write-credit-note.ts"

/** A credit note in the books: less was earned, less tax is owed, and whose it is instead. */
export async function postCreditNote(
  ctx: Context,
  { id, invoice, plan }: Pick<Credit, "id" | "invoice" | "plan">,
  toCustomer: readonly TransferPosting[],
): Promise<void> {
  await postTransfer(ctx, {
    key: `credit:${id}`,
    currency: plan.total.currency,
    reference: id,
    words: keepTransferWords("credit_note", { number: invoice.number }),
    postings: [...planCreditedPostings(plan), ...toCustomer],
  })
}
