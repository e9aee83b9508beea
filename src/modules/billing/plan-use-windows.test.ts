import fc from "fast-check"
import { expect, test } from "vitest"
import { planUseWindows } from "./plan-use-windows.ts"

const day = (text: string) => Temporal.PlainDate.from(text)

const windows = (since: string, countedUntil: string, until: string | null, today: string) =>
  planUseWindows(
    { since: day(since), countedUntil: day(countedUntil), until: until ? day(until) : null },
    day(today),
  ).map(({ from, to, days, of }) => `${from} ${to} ${days}/${of}`)

test("months of use are counted from their first day, and cut where they end", () => {
  expect(windows("2027-01-31", "2027-01-31", null, "2027-02-27")).toEqual([])
  expect(windows("2027-01-31", "2027-01-31", null, "2027-05-01")).toEqual([
    "2027-01-31 2027-02-28 28/28",
    "2027-02-28 2027-03-31 31/31",
    "2027-03-31 2027-04-30 30/30",
  ])
  expect(windows("2027-01-10", "2027-02-10", "2027-03-20", "2027-04-30")).toEqual([
    "2027-02-10 2027-03-10 28/28",
    "2027-03-10 2027-03-20 10/31",
  ])
  // It ends today: today's own day is the first that is not counted.
  expect(windows("2027-01-10", "2027-02-10", "2027-02-15", "2027-02-15")).toEqual([
    "2027-02-10 2027-02-15 5/28",
  ])
  expect(windows("2027-01-10", "2027-02-10", "2027-02-10", "2027-02-15")).toEqual([])
  // An end that lies ahead is no end yet.
  expect(windows("2027-01-10", "2027-02-10", "2027-02-20", "2027-02-15")).toEqual([])
})

test("no day is counted twice or left out, however often it is looked at", () => {
  const offset = fc.integer({ min: 0, max: 800 })
  fc.assert(
    fc.property(offset, fc.array(offset, { maxLength: 6 }), (start, looks) => {
      const since = day("2026-01-01").add({ days: start })
      let countedUntil = since
      for (const look of looks.toSorted((first, second) => first - second)) {
        for (const { from, to, days } of planUseWindows(
          { since, countedUntil, until: null },
          since.add({ days: look }),
        )) {
          expect(from.equals(countedUntil)).toBe(true)
          expect(from.add({ days }).equals(to)).toBe(true)
          countedUntil = to
        }
      }
      const [last = 0] = looks.toSorted((first, second) => second - first)
      expect(countedUntil.until(since.add({ days: last })).total({ unit: "days" })).toBeLessThan(31)
    }),
  )
})
