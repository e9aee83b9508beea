import type { TransferPosting } from "#ledger"
import type { DocumentPlan } from "./document.ts"

/** What a credit note takes out of the books again; whose it is instead is said beside it. */
export function planCreditedPostings({ net, tax }: Pick<DocumentPlan, "net" | "tax">): TransferPosting[] {
  return [
    { account: "revenue:hosting", minor: net.minor },
    { account: "tax:payable", minor: tax.minor },
  ]
}
