import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { daysLeft, lastDayOf, periodAt } from "./period.ts"
import type { Cycle } from "./subscription.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const ends = (anchor: string, cycle: Cycle, count: number) =>
  Array.from({ length: count }, (_, index) => periodAt(day(anchor), cycle, index + 1).end.toString())

describe("month ends", () => {
  test("31 January 2027 monthly: 28 February, 31 March, 30 April", () => {
    expect(ends("2027-01-31", "monthly", 3)).toEqual(["2027-02-28", "2027-03-31", "2027-04-30"])
  })

  test("29 February 2028 yearly: 28 February 2029 … 29 February 2032", () => {
    expect(ends("2028-02-29", "annual", 4)).toEqual(["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"])
  })

  test("30 November quarterly and 31 August half-yearly meet February and come back", () => {
    expect(ends("2026-11-30", "quarterly", 2)).toEqual(["2027-02-28", "2027-05-30"])
    expect(ends("2026-08-31", "semiannual", 2)).toEqual(["2027-02-28", "2027-08-31"])
  })
})

test("a period begins where the one before it ends, for twenty years from any anchor", () => {
  const anchors = fc.integer({ min: 0, max: 3_000 }).map((days) => day("2026-01-01").add({ days }))
  const cycles = fc.constantFrom<Cycle>("monthly", "quarterly", "semiannual", "annual")
  fc.assert(
    fc.property(anchors, cycles, fc.integer({ min: 1, max: 240 }), (anchor, cycle, number) => {
      const [one, next] = [periodAt(anchor, cycle, number), periodAt(anchor, cycle, number + 1)]
      expect(next.start.toString()).toBe(one.end.toString())
      expect(Temporal.PlainDate.compare(one.start, one.end)).toBe(-1)
    }),
  )
})

test("the last usable day is the day before the first unpaid one, and is counted down to", () => {
  const end = day("2027-03-01")
  expect(lastDayOf(end).toString()).toBe("2027-02-28")
  expect(daysLeft(end, day("2027-02-25"))).toBe(3)
  expect(daysLeft(end, day("2027-02-28"))).toBe(0)
  expect(daysLeft(end, day("2027-03-02"))).toBe(-2)
})

test("there is no period before the first", () => {
  expect(() => periodAt(day("2027-01-01"), "monthly", 0)).toThrow(RangeError)
})
