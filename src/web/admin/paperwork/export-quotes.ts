import type { ApiClient } from "../../api-context.ts"
import { textFilter } from "../../page-input.ts"
import { readState } from "../../ui/state-badge.tsx"
import { pages, type Rows, sum } from "../export-rows.ts"

export function exportQuotes(api: ApiClient, search: URLSearchParams): Rows {
  return pages(
    (page) =>
      api.paperwork.quotes.list({
        ...page,
        number: textFilter(search, "number"),
        accountId: textFilter(search, "account"),
        state: readState("quote", search.get("state")),
      }),
    (quote) => ({
      id: quote.id,
      number: quote.number,
      state: quote.state,
      accountId: quote.accountId,
      accountName: quote.accountName,
      ...sum("total", quote.total),
      validUntil: quote.validUntil,
      replaces: quote.replaces,
      sentAt: quote.sentAt,
      answeredAt: quote.answeredAt,
      declinedBecause: quote.declinedBecause,
      orderId: quote.orderId,
      requestId: quote.requestId,
    }),
  )
}
