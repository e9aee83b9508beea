import { expect, test } from "vitest"
import { daysOf } from "./days.ts"
import { alignStart, planAlignment } from "./plan-alignment.ts"

const day = (text: string) => Temporal.PlainDate.from(text)

test("all renewals on the 1st: the first period is short, and knows the whole it is a share of", () => {
  const plan = planAlignment({ from: day("2027-06-11"), billingDay: 1, cycle: "monthly" })
  expect(plan.short && [plan.short.start.toString(), plan.short.end.toString()]).toEqual([
    "2027-06-11",
    "2027-07-01",
  ])
  expect(plan.short && [daysOf(plan.short), daysOf(plan.whole)]).toEqual([20n, 30n])
  expect(planAlignment({ from: day("2027-06-01"), billingDay: 1, cycle: "monthly" }).short).toBeNull()
  expect(() => planAlignment({ from: day("2027-06-01"), billingDay: 31, cycle: "monthly" })).toThrow()
})

const monthly = {
  billingDay: 1,
  cycle: "monthly",
  anchorOn: day("2027-01-31"),
  periodEnd: day("2027-02-28"),
} as const

test("what ends on a short month's last day comes onto the 1st by the one day that is left", () => {
  const aligned = alignStart(monthly, monthly.periodEnd)
  expect(aligned?.anchorOn.toString()).toBe("2027-03-01")
  expect(aligned?.share).toEqual({ days: 1, of: 28 })
})

test("on that day by chance it stays there and is paid whole: a longer month doesn't carry it away again", () => {
  const aligned = alignStart({ ...monthly, billingDay: 28 }, monthly.periodEnd)
  expect(aligned?.anchorOn.toString()).toBe("2027-02-28")
  expect(aligned?.share).toBeNull()
})

test("a year is a share of its own days, a leap day among them; days and hours have no billing day", () => {
  const start = day("2027-06-15")
  const yearly = { ...monthly, cycle: "annual", anchorOn: start, periodEnd: start } as const
  expect(alignStart(yearly, start)?.share).toEqual({ days: 16, of: 366 })
  expect(alignStart({ ...yearly, cycle: "daily" }, start)).toBeUndefined()
  expect(alignStart({ ...yearly, billingDay: null }, start)).toBeUndefined()
  expect(alignStart({ ...yearly, anchorOn: day("2026-07-01") }, start)).toBeUndefined()
})

test("after a pause it finds back to the day", () => {
  const one = { ...monthly, anchorOn: day("2027-02-01"), periodEnd: day("2027-03-01") }
  expect(alignStart(one, one.periodEnd)).toBeUndefined()
  expect(alignStart(one, day("2027-03-11"))?.share).toEqual({ days: 21, of: 31 })
})
