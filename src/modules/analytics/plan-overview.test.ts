import { expect, it } from "vitest"
import { money } from "#kit/money.ts"
import { planOverview } from "./plan-overview.ts"

it("puts every figure on its day, and a zero where there was none", () => {
  const overview = planOverview({
    days: ["2026-11-20", "2026-11-21", "2026-11-22"],
    orders: [{ day: "2026-11-21", count: 3 }],
    invoiced: [
      { day: "2026-11-20", total: money(11_000n, "KRW") },
      { day: "2026-11-22", total: money(-599n, "EUR") },
      { day: "2026-11-22", total: money(22_000n, "KRW") },
    ],
    services: [{ state: "active", count: 2 }],
  })
  expect(overview.orders).toEqual([0, 3, 0])
  expect(overview.invoiced).toEqual([
    {
      currency: "EUR",
      days: [
        { minor: "0", currency: "EUR" },
        { minor: "0", currency: "EUR" },
        { minor: "-599", currency: "EUR" },
      ],
    },
    {
      currency: "KRW",
      days: [
        { minor: "11000", currency: "KRW" },
        { minor: "0", currency: "KRW" },
        { minor: "22000", currency: "KRW" },
      ],
    },
  ])
})

it("leaves out what fell on a day that was not asked for", () => {
  const overview = planOverview({
    days: ["2026-11-21"],
    orders: [{ day: "2026-11-19", count: 7 }],
    invoiced: [],
    services: [],
  })
  expect(overview).toEqual({ days: ["2026-11-21"], orders: [0], invoiced: [], services: [] })
})
