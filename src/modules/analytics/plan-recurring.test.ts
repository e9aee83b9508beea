import { expect, it } from "vitest"
import { planRecurring, type RecurringFacts } from "./plan-recurring.ts"

const sum = (cycle: string, minor: bigint, more: Partial<RecurringFacts> = {}): RecurringFacts => ({
  currency: "KRW" as const,
  state: "active" as const,
  cycle,
  count: 1,
  paying: 1,
  quantity: 1n,
  minor,
  ...more,
})

it("adds exact monthly equivalents and rounds once: three years of 100 are 25 a month, not 24", () => {
  const [won] = planRecurring([sum("annual", 300n, { count: 3, paying: 3 })])
  expect(won?.active).toMatchObject({ count: 3, mrr: { minor: 25n }, arr: { minor: 300n } })
  const [odd] = planRecurring([sum("annual", 100n)])
  // Twelve times the exact 8⅓, not twelve times 8.
  expect([odd?.active.mrr.minor, odd?.active.arr.minor]).toEqual([8n, 100n])
})

it("knows every cycle by its months", () => {
  const [won] = planRecurring([
    sum("monthly", 10_000n),
    sum("quarterly", 30_000n),
    sum("semiannual", 60_000n),
    sum("annual", 120_000n),
    sum("biennial", 240_000n),
    sum("triennial", 360_000n),
    sum("daily", 1_200n),
  ])
  expect(won?.active.mrr.minor).toBe(60_000n + 36_500n)
})

it("counts what is active, and beside it what is overdue; trials, suspended, free and one-time don't count", () => {
  const found = planRecurring([
    sum("monthly", 5_000n),
    sum("monthly", 3_000n, { state: "past_due" }),
    sum("monthly", 7_000n, { state: "trialing" }),
    sum("monthly", 7_000n, { state: "suspended" }),
    sum("monthly", 0n),
    sum("one_time", 9_000n),
    sum("hourly", 9_000n),
    sum("monthly", 599n, { currency: "USD" }),
  ])
  expect(found.map((one) => [one.currency, one.active.mrr.minor, one.withPastDue.mrr.minor])).toEqual([
    ["KRW", 5_000n, 8_000n],
    ["USD", 599n, 599n],
  ])
  // Free beside others of its kind: the sum is theirs, and so is the count.
  const [mixed] = planRecurring([sum("monthly", 10_000n, { count: 3, paying: 2, quantity: 3n })])
  expect(mixed?.active).toMatchObject({ count: 2, mrr: { minor: 10_000n } })
  expect(found[0]?.withPastDue).toMatchObject({ count: 2, arr: { minor: 96_000n } })
})

it("stops at a cycle that nobody has thought of", () => {
  expect(() => planRecurring([sum("fortnightly", 1n)])).toThrow("fortnightly")
})
