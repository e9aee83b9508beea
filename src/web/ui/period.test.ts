import { expect, it } from "vitest"
import { periodOf } from "./period.ts"

it.each([
  ["today", "2026-11-26", "2026-11-26", "2026-11-26"],
  ["lastDays7", "2026-11-03", "2026-10-28", "2026-11-03"],
  ["lastDays30", "2026-03-01", "2026-01-31", "2026-03-01"],
  ["thisMonth", "2026-02-28", "2026-02-01", "2026-02-28"],
  ["lastMonth", "2026-01-15", "2025-12-01", "2025-12-31"],
  ["lastMonth", "2028-03-31", "2028-02-01", "2028-02-29"],
  ["thisYear", "2026-11-26", "2026-01-01", "2026-11-26"],
] as const)("%s on %s goes from %s to %s", (name, today, first, last) => {
  expect(periodOf(name, today)).toEqual({ first, last })
})
