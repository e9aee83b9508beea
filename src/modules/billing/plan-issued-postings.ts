import type { TransferPosting } from "#ledger"
import type { DocumentPlan } from "./document.ts"

/** What an invoice means in the books: its customer owes it, and it was earned and taxed. */
export function planIssuedPostings(
  accountId: string,
  { net, tax, total }: Pick<DocumentPlan, "net" | "tax" | "total">,
): TransferPosting[] {
  return [
    { account: `receivable:${accountId}`, minor: total.minor },
    { account: "revenue:hosting", minor: -net.minor },
    { account: "tax:payable", minor: -tax.minor },
  ]
}
