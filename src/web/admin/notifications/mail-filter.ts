import { textFilter } from "../../page-input.ts"
import { readSpan } from "../../span.ts"
import { readState } from "../../ui/state-badge.tsx"

/** What the address of the outbox asks for; its export reads the same. */
export function readMailFilter(search: URLSearchParams) {
  return {
    ...readSpan(search),
    state: readState("mail", search.get("state")),
    template: textFilter(search, "template"),
    to: textFilter(search, "to"),
    subject: textFilter(search, "subject"),
  }
}
