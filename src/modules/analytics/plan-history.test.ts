import { expect, it } from "vitest"
import { money } from "#kit/money.ts"
import { planHistory } from "./plan-history.ts"

const day = Temporal.PlainDate.from("2026-03-10")
const active = { count: 3, mrr: money(33_000n, "KRW"), arr: money(396_000n, "KRW") }
const now = [{ currency: "KRW", active, withPastDue: active }] as const

it("draws a line from where the months began to where it stands now", () => {
  const noted = [
    { day: "2026-02-01", currency: "KRW", count: 1, minor: 11_000n },
    { day: "2026-03-02", currency: "KRW", count: 2, minor: 22_000n },
  ] as const
  expect(planHistory(noted, { day, now })).toEqual([
    {
      currency: "KRW",
      points: [
        { day: "2026-02-01", count: 1, mrr: { minor: "11000", currency: "KRW" } },
        { day: "2026-03-02", count: 2, mrr: { minor: "22000", currency: "KRW" } },
        { day: "2026-03-10", count: 3, mrr: { minor: "33000", currency: "KRW" } },
      ],
    },
  ])
})

it("says today as it is now, not as it began", () => {
  const noted = [{ day: "2026-03-10", currency: "KRW", count: 1, minor: 11_000n }] as const
  expect(planHistory(noted, { day, now })[0]?.points.map(({ count }) => count)).toEqual([3])
})

it("leads a currency that has come to nothing down to nothing, and leaves out one that never had any", () => {
  const noted = [
    { day: "2026-02-01", currency: "USD", count: 1, minor: 890n },
    { day: "2026-02-01", currency: "EUR", count: 0, minor: 0n },
  ] as const
  const history = planHistory(noted, { day, now: [] })
  expect(history.map(({ currency }) => currency)).toEqual(["USD"])
  expect(history[0]?.points.at(-1)).toEqual({
    day: "2026-03-10",
    count: 0,
    mrr: { minor: "0", currency: "USD" },
  })
})
