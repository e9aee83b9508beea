import type { ApiClient } from "../../api-context.ts"
import { textFilter } from "../../page-input.ts"
import { readState } from "../../ui/state-badge.tsx"

/** As many as one run takes; whoever has more starts a second one. */
const mostChosen = 1_000
const pageSize = 100

export function readFilter(search: URLSearchParams) {
  const state = readState("operation", search.get("state"))
  return {
    state: state ? [state] : undefined,
    name: textFilter(search, "name"),
    subject: textFilter(search, "subject"),
  }
}

/** The rows that were ticked. */
export function chosenIn(values: Readonly<Record<string, string>>): string[] {
  return Object.keys(values).flatMap((name) => (name.startsWith("row:") ? [name.slice("row:".length)] : []))
}

/** Whatever the filter finds, on all its pages, and the act can be done with. */
export async function findAll(
  api: ApiClient,
  filter: ReturnType<typeof readFilter>,
  act: "retry" | "close",
): Promise<string[]> {
  const found: string[] = []
  for (let after: string | undefined, isMore = true; isMore && found.length < mostChosen; ) {
    const page = await api.operations.list({ ...filter, limit: pageSize, after })
    found.push(...page.items.filter(({ can }) => can[act]).map(({ id }) => id))
    isMore = page.next !== null
    after = page.next ?? undefined
  }
  return found.slice(0, mostChosen)
}
