import { expect, test } from "vitest"
import { planAlignment } from "./plan-alignment.ts"
import { daysOf } from "./plan-change.ts"

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
