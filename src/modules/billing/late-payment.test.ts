import { expect, test } from "vitest"
import { isLate, type LatePolicy, paidOn } from "./late-payment.ts"
import { planStretch } from "./renewal-lines.ts"
import type { RunningSubscription } from "./subscription.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
/** Day 0 was 31 January; one month of it is paid. */
const paidTo = {
  anchorOn: day("2027-01-31"),
  anchorNumber: 0,
  cycle: "monthly",
  periodNumber: 1,
  periodEnd: day("2027-02-28"),
  pauseFrom: null,
  pauseUntil: null,
  billingDay: null,
  freeUntil: null,
} as unknown as RunningSubscription

function pay(on: string, latePolicy: LatePolicy, cycles = 1) {
  const { start, end, anchorOn } = planStretch(paidOn(paidTo, { today: day(on), latePolicy }), cycles)
  return [start.toString(), end.toString(), anchorOn.toString()]
}

test("paid before its end it counts from the end, by its anchor, whatever the policy", () => {
  expect(pay("2027-02-10", "from_payment", 3)).toEqual(["2027-02-28", "2027-05-31", "2027-01-31"])
  expect(pay("2027-02-10", "from_the_old_end", 3)).toEqual(["2027-02-28", "2027-05-31", "2027-01-31"])
})

test("paid late it counts from the old end, or anew from the payment, as the shop has decided", () => {
  expect(pay("2027-03-10", "from_the_old_end")).toEqual(["2027-02-28", "2027-03-31", "2027-01-31"])
  expect(pay("2027-03-10", "from_payment")).toEqual(["2027-03-10", "2027-04-10", "2027-03-10"])
})

test("the first unpaid day itself is not late", () => {
  expect(isLate(paidTo, day("2027-02-28"))).toBe(false)
  expect(isLate(paidTo, day("2027-03-01"))).toBe(true)
  expect(pay("2027-02-28", "from_payment")).toEqual(["2027-02-28", "2027-03-31", "2027-01-31"])
})

test("after a pause late is counted from its end", () => {
  const paused = { ...paidTo, pauseFrom: day("2027-02-28"), pauseUntil: day("2027-04-15") }
  expect(isLate(paused, day("2027-04-15"))).toBe(false)
  const late = paidOn(paused, { today: day("2027-04-20"), latePolicy: "from_payment" })
  const { start, end } = planStretch(late, 1)
  expect([start.toString(), end.toString()]).toEqual(["2027-04-20", "2027-05-20"])
})
