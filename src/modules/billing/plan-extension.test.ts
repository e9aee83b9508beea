import { describe, expect, test } from "vitest"
import { daysOf } from "./plan-change.ts"
import { planAlignment, planExtension } from "./plan-extension.ts"

const day = (text: string) => Temporal.PlainDate.from(text)

describe("an extension", () => {
  const paidTo = { anchorOn: day("2027-01-31"), cycle: "monthly", periodNumber: 1, cycles: 1 } as const

  test("of N cycles moves the end by N cycles, counted from the anchor", () => {
    const plan = planExtension({
      ...paidTo,
      cycles: 3,
      payOn: day("2027-02-10"),
      latePolicy: "from_payment",
    })
    expect([plan.start.toString(), plan.end.toString()]).toEqual(["2027-02-28", "2027-05-31"])
    expect([plan.isLate, plan.periodNumber, plan.anchorOn.toString()]).toEqual([false, 4, "2027-01-31"])
  })

  test("paid late counts from the old end, or from payment, as the shop has decided", () => {
    const late = { ...paidTo, payOn: day("2027-03-10") }
    const fromEnd = planExtension({ ...late, latePolicy: "from_the_old_end" })
    expect([fromEnd.start.toString(), fromEnd.end.toString()]).toEqual(["2027-02-28", "2027-03-31"])
    const fromPayment = planExtension({ ...late, latePolicy: "from_payment" })
    expect([fromPayment.start.toString(), fromPayment.end.toString()]).toEqual(["2027-03-10", "2027-04-10"])
    expect([fromPayment.isLate, fromPayment.periodNumber, fromPayment.anchorOn.toString()]).toEqual([
      true,
      1,
      "2027-03-10",
    ])
  })

  test("the first unpaid day itself is not late", () => {
    const plan = planExtension({ ...paidTo, payOn: day("2027-02-28"), latePolicy: "from_payment" })
    expect([plan.isLate, plan.end.toString()]).toEqual([false, "2027-03-31"])
  })
})

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
