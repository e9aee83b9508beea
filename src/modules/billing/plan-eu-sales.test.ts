import { expect, test } from "vitest"
import { euro, planEuSales } from "./plan-eu-sales.ts"

const facts = { today: Temporal.PlainDate.from("2026-11-01"), isByOss: false }

test.each([
  [0n, 0n, 0, "below"],
  // Credited more than sold: last year's sales, given back this year.
  [-5_000n, 0n, 0, "below"],
  [799_999n, 0n, 79, "below"],
  [800_000n, 0n, 80, "near"],
  [1_000_000n, 0n, 100, "near"],
  [1_000_001n, 0n, 100, "passed"],
  // The year after, from its first sale on.
  [0n, 1_000_001n, 0, "passed_before"],
  [0n, 1_000_000n, 0, "below"],
])("%d sold and %d the year before: %d %% and %s", (sold, before, percent, standing) => {
  const plan = planEuSales({ ...facts, sold: euro(sold), soldBefore: euro(before) })
  expect(plan).toMatchObject({ percent, standing })
})

test("with the One-Stop-Shop there is nothing to do, and before the rule nothing to say", () => {
  const sums = { sold: euro(2_000_000n), soldBefore: euro(0n) }
  expect(planEuSales({ ...facts, ...sums, isByOss: true })?.standing).toBe("by_oss")
  expect(planEuSales({ ...facts, ...sums, today: Temporal.PlainDate.from("2020-01-01") })).toBeUndefined()
})
