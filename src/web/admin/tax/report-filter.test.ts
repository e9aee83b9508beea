import { expect, test } from "vitest"
import { readTaxPeriod } from "./report-filter.ts"

test.each([
  ["from=2026-11-01&until=2026-11-30", "2026-11-01", "2026-11-30"],
  ["from=2026-12-01&until=2026-11-30", "2026-12-01", "2026-12-01"],
  ["until=2026-11-30", undefined, "2026-11-30"],
])("%s", (query, from, until) => {
  expect(readTaxPeriod(new URLSearchParams(query))).toMatchObject({ from, until })
})
