import type { ApiClient } from "../../api-context.ts"
import type { CsvRow } from "../../csv.ts"
import { amount, pages, type Rows, sum } from "../export-rows.ts"
import { readItemFilter, readSimulation } from "./wish.ts"

/** Who would pay what: the simulator's list. */
export function exportSimulation(api: ApiClient, search: URLSearchParams): Rows {
  const wish = readSimulation(search)
  return pages(
    async (page) => (await api.repricing.simulate({ ...page, ...wish })).page,
    (one): CsvRow => ({
      subscriptionId: one.subscriptionId,
      accountId: one.accountId,
      accountName: one.accountName,
      what: one.words.en,
      cycle: one.cycle,
      business: one.isBusiness ? "yes" : "no",
      need: one.need,
      direction: one.direction,
      hindrance: one.hindrance,
      before: one.before ? amount(one.before) : null,
      after: one.after ? amount(one.after) : null,
      difference: one.difference ? amount(one.difference) : null,
      currency: one.after?.currency ?? null,
      tellOn: one.tellOn,
      answerBy: one.answerBy,
      firstOn: one.firstOn,
      endsOn: one.endsOn,
    }),
  )
}

/** A change's agreements, one by one, and what did not work. */
export function exportItems(api: ApiClient, search: URLSearchParams): Rows {
  return pages(
    (page) =>
      api.repricing.changes.items({ id: search.get("change") ?? "", ...page, ...readItemFilter(search) }),
    (one): CsvRow => ({
      subscriptionId: one.subscriptionId,
      accountId: one.accountId,
      accountName: one.accountName,
      what: one.words.en,
      cycle: one.cycle,
      need: one.need,
      direction: one.direction,
      state: one.state,
      before: amount(one.before),
      ...sum("after", one.after),
      tellOn: one.tellOn,
      toldAt: one.toldAt,
      answeredAt: one.answeredAt,
      firstOn: one.firstOn,
      trouble: one.trouble,
    }),
  )
}
