import type { ApiClient } from "../../api-context.ts"
import { textFilter } from "../../page-input.ts"
import { readSpan } from "../../span.ts"
import { amount, pages, type Rows, sum } from "../export-rows.ts"

export const causes = ["not_delivered", "withdrawal", "refund", "plan_change", "correction"] as const

/** What the list's address asks for; the export takes the same. */
export function readCreditNoteFilter(search: URLSearchParams) {
  return {
    ...readSpan(search),
    number: textFilter(search, "number"),
    accountId: textFilter(search, "account"),
    cause: causes.find((one) => one === search.get("cause")),
  }
}

export function exportCreditNotes(api: ApiClient, search: URLSearchParams): Rows {
  return pages(
    (page) => api.billing.creditNotes.list({ ...page, ...readCreditNoteFilter(search) }),
    (note) => ({
      id: note.id,
      number: note.number,
      issuedOn: note.issuedOn,
      invoiceNumber: note.invoiceNumber,
      invoiceId: note.invoiceId,
      accountId: note.accountId,
      accountName: note.accountName,
      cause: note.cause,
      reason: note.reason,
      net: amount(note.net),
      tax: amount(note.tax),
      ...sum("total", note.total),
    }),
  )
}
