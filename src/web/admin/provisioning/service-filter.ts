import { textFilter } from "../../page-input.ts"
import { readSpan } from "../../span.ts"
import { readState } from "../../ui/state-badge.tsx"

/** What the list's address asks for, its period as two moments (withSpan); the export and the bulk acts take the same. */
export function readServiceFilter(search: URLSearchParams) {
  return {
    ...readSpan(search),
    state: readState("service", search.get("state")),
    search: textFilter(search, "search"),
    accountId: textFilter(search, "account"),
  }
}
