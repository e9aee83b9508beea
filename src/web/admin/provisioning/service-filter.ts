import { textFilter } from "../../page-input.ts"
import { readState } from "../../ui/state-badge.tsx"

/** What the list's address asks for; the export and the bulk acts take the same. */
export function readServiceFilter(search: URLSearchParams) {
  return {
    state: readState("service", search.get("state")),
    search: textFilter(search, "search"),
    accountId: textFilter(search, "account"),
  }
}
