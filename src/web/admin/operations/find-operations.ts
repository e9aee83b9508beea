import { textFilter } from "../../page-input.ts"
import { readSpan } from "../../span.ts"
import { readState } from "../../ui/state-badge.tsx"

export function readFilter(search: URLSearchParams) {
  const state = readState("operation", search.get("state"))
  return {
    ...readSpan(search),
    state: state ? [state] : undefined,
    name: textFilter(search, "name"),
    subject: textFilter(search, "subject"),
  }
}
