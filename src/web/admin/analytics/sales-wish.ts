import { salesUnits } from "#analytics/contract"

/** A month of days, a year of months, five years. */
const counts = { day: 31, month: 12, year: 5 } as const

export function readSalesWish(search: URLSearchParams) {
  const by = salesUnits.find((unit) => unit === search.get("by")) ?? "month"
  return { by, count: counts[by] }
}
