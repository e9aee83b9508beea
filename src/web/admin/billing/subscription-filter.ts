import { textFilter } from "../../page-input.ts"
import { cycles } from "../../ui/cycle.ts"
import { readState } from "../../ui/state-badge.tsx"

/** What the address asks of the list, for the page and for its export. */
export function readSubscriptionFilter(search: URLSearchParams) {
  return {
    state: readState("subscription", search.get("state")),
    accountId: textFilter(search, "account"),
    planId: textFilter(search, "plan"),
    cycle: cycles.find((cycle) => cycle === search.get("cycle")),
    name: textFilter(search, "name"),
    ...(search.get("deleted") === "only" ? { deleted: true } : {}),
    sort: sorts.find((sort) => sort === search.get("sort")),
  }
}

const sorts = [
  "name",
  "-name",
  "lastDay",
  "-lastDay",
  "nextRequest",
  "-nextRequest",
  "price",
  "-price",
] as const
