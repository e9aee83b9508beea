import { expect, test } from "vitest"
import { formatNumber, planNumber, planSeriesYear } from "./plan-number.ts"

const day = (text: string) => Temporal.PlainDate.from(text)

test("the next number carries today's date", () => {
  const series = { year: 2026, lastSequence: 41, lastIssuedOn: day("2026-03-01") }
  expect(planNumber(series, day("2026-03-02"))).toEqual({
    year: 2026,
    sequence: 42,
    issuedOn: day("2026-03-02"),
  })
})

test("a clock that was set back doesn't bring a date before its predecessor's", () => {
  const series = { year: 2026, lastSequence: 1, lastIssuedOn: day("2026-03-05") }
  expect(planNumber(series, day("2026-03-02")).issuedOn.toString()).toBe("2026-03-05")
})

test("a new year begins a new series, and an old one is never gone on with", () => {
  expect(planSeriesYear(day("2027-01-01"), 2026)).toBe(2027)
  expect(planSeriesYear(day("2026-12-31"), 2027)).toBe(2027)
  expect(planSeriesYear(day("2026-12-31"), null)).toBe(2026)
})

test("numbers sort as they were given", () => {
  expect(formatNumber("invoice", 2026, 7)).toBe("INV-2026-000007")
  expect(formatNumber("payment_request", 2026, 1_234_567)).toBe("PR-2026-1234567")
})
