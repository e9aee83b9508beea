import { expect, it } from "vitest"
import { rankPlans } from "./rank-plans.ts"

const row = (planId: string, state: "active" | "suspended", cycle: string, count: number, minor: bigint) => ({
  planId,
  state,
  cycle,
  count,
  paying: count,
  minor,
  currency: "KRW" as const,
  quantity: BigInt(count),
})

it("puts the plan that most have first, with what its active ones bring in a month", () => {
  const plans = rankPlans(
    [
      row("small", "active", "monthly", 2, 20_000n),
      row("large", "active", "annual", 3, 360_000n),
      row("large", "suspended", "monthly", 9, 900_000n),
      row("ended", "suspended", "monthly", 1, 1_000n),
    ],
    new Map([["large", { en: "Large", ko: "라지" }]]),
  )
  expect(plans).toEqual([
    {
      planId: "large",
      name: { en: "Large", ko: "라지" },
      active: 3,
      recurring: [{ currency: "KRW", mrr: { minor: "30000", currency: "KRW" } }],
    },
    {
      planId: "small",
      name: { en: "small", ko: "small" },
      active: 2,
      recurring: [{ currency: "KRW", mrr: { minor: "20000", currency: "KRW" } }],
    },
  ])
})
