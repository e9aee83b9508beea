import type { ApiClient } from "../../api-context.ts"
import { textFilter } from "../../page-input.ts"
import { pages, type Rows, sum } from "../export-rows.ts"

export const steps = ["ask", "charge", "suspend", "delete", "wait"] as const
export const overdueStates = ["past_due", "suspended", "paused"] as const

/** What the list's address asks for; the export takes the same. */
export function readDunningFilter(search: URLSearchParams) {
  return {
    accountId: textFilter(search, "account"),
    state: overdueStates.find((one) => one === search.get("state")),
    step: steps.find((one) => one === search.get("step")),
  }
}

export function exportDunning(api: ApiClient, search: URLSearchParams): Rows {
  return pages(
    (page) => api.billing.dunning.list({ ...page, ...readDunningFilter(search) }),
    ({ subscriptionId, accountId, accountName, words, state, owed, lastDay, daysOverdue, ...one }) => ({
      subscriptionId,
      accountId,
      accountName,
      words: words.en,
      state,
      ...sum("owed", owed),
      lastDay,
      daysOverdue,
      declinedOn: one.decline?.on ?? null,
      declineReason: one.decline?.words.en ?? null,
      promisedUntil: one.promisedUntil,
      nextStep: one.next.step,
      nextOn: one.next.on,
    }),
  )
}
