import fc from "fast-check"
import { expect, test } from "vitest"
import { fraction } from "#kit/fraction.ts"
import { money } from "#kit/money.ts"
import { planRecurringRevenue, type RevenueFacts } from "./plan-recurring-revenue.ts"

type Cycle = RevenueFacts["cycle"]

const one = (minor: bigint, cycle: Cycle, more: Partial<RevenueFacts> = {}): RevenueFacts => ({
  state: "active",
  cycle,
  unit: money(minor, "KRW"),
  quantity: 1n,
  ...more,
})

test("MRR is the sum of exact monthly equivalents, rounded once; ARR is twelve times the exact sum", () => {
  // Three yearly rows of 100: 8.33 each, 25 together. Rounded row by row it would be 24, and ARR 288.
  const [won] = planRecurringRevenue([one(100n, "annual"), one(100n, "annual"), one(100n, "annual")])
  expect(won?.active).toMatchObject({ count: 3, mrr: { minor: 25n }, arr: { minor: 300n } })
  const [odd] = planRecurringRevenue([one(100n, "annual")])
  expect(odd?.active.exactMonthlyMinor).toEqual(fraction(25n, 3n))
  expect([odd?.active.mrr.minor, odd?.active.arr.minor]).toEqual([8n, 100n])
})

test("every cycle by its months; a piece more counts once more", () => {
  const [won] = planRecurringRevenue([
    one(10_000n, "monthly"),
    one(30_000n, "quarterly"),
    one(60_000n, "semiannual"),
    one(120_000n, "annual", { quantity: 2n }),
    one(240_000n, "biennial"),
    one(360_000n, "triennial"),
  ])
  expect(won?.active).toMatchObject({ count: 6, mrr: { minor: 70_000n }, arr: { minor: 840_000n } })
  expect(planRecurringRevenue([one(1_200n, "daily")])[0]?.active.mrr.minor).toBe(36_500n)
})

test("active only, and beside it with past-due; trials, suspended, free, metered and one-time don't count", () => {
  const [won, ...others] = planRecurringRevenue([
    one(10_000n, "monthly"),
    one(5_000n, "monthly", { state: "past_due" }),
    ...["pending", "trialing", "suspended", "cancelled", "expired"].map((state) =>
      one(7_000n, "monthly", { state }),
    ),
    one(0n, "monthly"),
    one(9_000n, "one_time"),
    one(9_000n, "hourly"),
  ])
  expect(others).toEqual([])
  expect(won?.active).toMatchObject({ count: 1, mrr: { minor: 10_000n } })
  expect(won?.withPastDue).toMatchObject({ count: 2, mrr: { minor: 15_000n }, arr: { minor: 180_000n } })
})

test("each currency has figures of its own", () => {
  const euros = one(599n, "monthly", { unit: money(599n, "EUR") })
  const found = planRecurringRevenue([one(11_000n, "monthly"), euros])
  expect(found.map(({ currency, active }) => [currency, active.mrr.minor])).toEqual([
    ["KRW", 11_000n],
    ["EUR", 599n],
  ])
})

test("in any order the same, and what three years bring is thirty-six times the exact figure", () => {
  const months: Partial<Record<Cycle, bigint>> = {
    monthly: 36n,
    quarterly: 12n,
    semiannual: 6n,
    annual: 3n,
    triennial: 1n,
  }
  const cycles = Object.keys(months) as Cycle[]
  const rows = fc.array(
    fc.record({
      minor: fc.bigInt(1n, 900_000n),
      cycle: fc.constantFrom(...cycles),
      quantity: fc.bigInt(1n, 9n),
    }),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(rows, (wanted) => {
      const facts = wanted.map(({ minor, cycle, quantity }) => one(minor, cycle, { quantity }))
      const [forth] = planRecurringRevenue(facts)
      expect(planRecurringRevenue(facts.toReversed())[0]).toEqual(forth)
      const inThreeYears = wanted.reduce(
        (sum, { minor, cycle, quantity }) => sum + minor * quantity * (months[cycle] ?? 0n),
        0n,
      )
      const exact = forth?.active.exactMonthlyMinor ?? fraction(0n)
      expect(exact.numerator * 36n).toBe(inThreeYears * exact.denominator)
    }),
    { numRuns: 200 },
  )
})
