import { textFilter } from "../../page-input.ts"
import { readSpan } from "../../span.ts"
import { readState } from "../../ui/state-badge.tsx"

/** What the list's address asks for; the export and the bulk acts take the same. */
export function readInvoiceFilter(search: URLSearchParams) {
  return {
    ...readSpan(search),
    number: textFilter(search, "number"),
    accountId: textFilter(search, "account"),
    standing: readState("invoice", search.get("state")),
    isOverdue: search.get("overdue") === "yes" ? true : undefined,
  }
}
