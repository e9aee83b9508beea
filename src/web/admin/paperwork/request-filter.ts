import type { ApiClient } from "../../api-context.ts"
import type { CsvRow } from "../../csv.ts"
import { textFilter } from "../../page-input.ts"
import { readSpan } from "../../span.ts"
import { readState } from "../../ui/state-badge.tsx"
import { amount, sum } from "../export-rows.ts"

export const purposes = ["order", "renewal", "extension", "change", "manual"] as const

/** What the list's address asks for; the export takes the same. */
export function readRequestFilter(search: URLSearchParams) {
  return {
    ...readSpan(search),
    state: readState("request", search.get("state")),
    purpose: purposes.find((one) => one === search.get("purpose")),
    number: textFilter(search, "number"),
    accountId: textFilter(search, "account"),
    isOverdue: search.get("overdue") === "yes" ? true : undefined,
  }
}

type Listed = Awaited<ReturnType<ApiClient["billing"]["paymentRequests"]["list"]>>["items"][number]

export function requestRow(request: Listed): CsvRow {
  return {
    id: request.id,
    number: request.number,
    state: request.state,
    purpose: request.purpose,
    accountId: request.accountId,
    accountName: request.accountName,
    createdAt: request.createdAt,
    dueOn: request.dueOn,
    left: amount(request.left),
    ...sum("total", request.total),
    purchaseOrder: request.purchaseOrder,
    note: request.note,
    invoiceId: request.invoiceId,
  }
}
