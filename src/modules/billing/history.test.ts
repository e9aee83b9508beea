import fc from "fast-check"
import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { findUnexplained } from "./find-unexplained.ts"
import { playHistory } from "./history.ts"
import { checkHistory } from "./history-model.ts"
import { histories, paidMonths, plainFacts, zones } from "./history-samples.ts"

test("whatever befalls an agreement, its days and amounts are those that a slow count gives", () => {
  fc.assert(
    fc.property(histories, ({ facts, acts }) => {
      const seen = playHistory(facts, acts)
      expect(checkHistory(facts, seen)).toEqual([])
      expect(findUnexplained(facts, seen)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test("twenty years paid month after month in twelve zones leave no day out and none twice", () => {
  for (const zone of zones) {
    const facts = plainFacts(zone)
    const seen = playHistory(facts, paidMonths(240))
    expect(checkHistory(facts, seen)).toEqual([])
    expect(seen.filter(({ kind }) => kind === "paid").length).toBeGreaterThan(235)
  }
})

test("the count notices a day that is paid twice, one that is left out, a wrong price and a hasty suspension", () => {
  const facts = plainFacts("Asia/Seoul")
  const seen = playHistory(facts, [
    { kind: "run", hours: 24 * 26, size: 1 },
    { kind: "pay", hours: 1, size: 1 },
  ])
  const [asked, paid] = seen
  if (paid?.kind !== "paid" || !asked) throw new Error("It was not paid.")
  expect(checkHistory(facts, seen)).toEqual([])
  const cheaper = { ...facts, unit: money(10_000n, "KRW") }
  expect(checkHistory(cheaper, seen)).toHaveLength(3)
  const shifted = { ...paid.paid.line, periodStart: Temporal.PlainDate.from("2027-03-01") }
  const gap = { kind: "paid", paid: { ...paid.paid, line: shifted } } as const
  expect(checkHistory(facts, [asked, gap])).toEqual(["a line begins 2027-02-28, not 2027-03-01"])
  const hasty = { kind: "moved", today: Temporal.PlainDate.from("2027-03-02"), to: "suspended" } as const
  expect(checkHistory(facts, [hasty])).toHaveLength(1)
})
