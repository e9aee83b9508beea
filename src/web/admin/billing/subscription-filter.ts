import { textFilter } from "../../page-input.ts"
import { readState } from "../../ui/state-badge.tsx"

/** What the address asks of the list, for the page and for its export. */
export function readSubscriptionFilter(search: URLSearchParams) {
  return {
    state: readState("subscription", search.get("state")),
    accountId: textFilter(search, "account"),
    planId: textFilter(search, "plan"),
    name: textFilter(search, "name"),
  }
}
