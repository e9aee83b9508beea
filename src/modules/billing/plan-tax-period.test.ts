import { expect, test } from "vitest"
import { namePeriods, planTaxPeriod, type TaxPeriodWish } from "./plan-tax-period.ts"

const today = Temporal.PlainDate.from("2028-02-10")

function days(wish: TaxPeriodWish) {
  const { from, until, period } = planTaxPeriod(wish, today)
  return [from.toString(), until.toString(), period]
}

test("a month, a quarter and a year end with their last day, leap years too", () => {
  expect(days({})).toEqual(["2028-02-01", "2028-02-29", "2028-02"])
  expect(days({ period: "2027-Q4", from: "2020-01-01" })).toEqual(["2027-10-01", "2027-12-31", "2027-Q4"])
  expect(days({ period: "2027" })).toEqual(["2027-01-01", "2027-12-31", "2027"])
  expect(namePeriods(today)).toEqual({
    month: "2028-02",
    lastMonth: "2028-01",
    quarter: "2028-Q1",
    lastQuarter: "2027-Q4",
    year: "2028",
  })
})

test("days of one's own: until today, from the month's first, and never more than a year", () => {
  expect(days({ from: "2028-01-15" })).toEqual(["2028-01-15", "2028-02-10", null])
  expect(days({ until: "2028-01-15" })).toEqual(["2028-01-01", "2028-01-15", null])
  expect(days({ from: "2027-03-01", until: "2028-02-29" })).toEqual(["2027-03-01", "2028-02-29", null])
  const wrong = { code: "billing.tax_days_wrong" }
  expect(() => days({ from: "2027-03-01", until: "2028-03-01" })).toThrow(expect.objectContaining(wrong))
  expect(() => days({ from: "2028-02-11" })).toThrow(expect.objectContaining(wrong))
})
