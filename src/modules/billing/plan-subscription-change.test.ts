import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { spreadOverPayments } from "./plan-credit.ts"
import { planSubscriptionChange } from "./plan-subscription-change.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const won = (minor: bigint) => money(minor, "KRW")

const june = {
  periodId: "spe_june",
  start: day("2027-06-01"),
  end: day("2027-07-01"),
  cycles: 1,
  charged: won(27_000n),
}
const july = { ...june, periodId: "spe_july", start: day("2027-07-01"), end: day("2027-08-01") }
const facts = { changeOn: day("2027-06-11"), perCycle: won(60_000n), gatewayLeast: won(100n) }

test("one period: 18,000 unused, 40,000 due, 22,000 to pay, the end stays", () => {
  const change = planSubscriptionChange({ ...facts, periods: [june] })
  expect(change).toMatchObject({
    unused: won(18_000n),
    due: won(40_000n),
    outcome: "pay",
    amount: won(22_000n),
    end: june.end,
  })
})

test("what is paid ahead changes whole: 33,000 more for July", () => {
  const change = planSubscriptionChange({ ...facts, periods: [july, june] })
  expect(change).toMatchObject({ outcome: "pay", amount: won(55_000n), end: july.end })
  expect(change?.parts.map(({ plan }) => [plan.daysLeft, plan.totalDays])).toEqual([
    [31n, 31n],
    [20n, 30n],
  ])
})

test("down, too little to be taken, the same, and a day that nobody paid for", () => {
  const to = (minor: bigint) => planSubscriptionChange({ ...facts, perCycle: won(minor), periods: [june] })
  expect(to(13_500n)).toMatchObject({ outcome: "give_back", amount: won(9_000n) })
  expect(to(27_100n)).toMatchObject({ outcome: "waived", amount: won(67n) })
  expect(to(27_000n)).toMatchObject({ outcome: "nothing" })
  expect(planSubscriptionChange({ ...facts, changeOn: day("2027-07-01"), periods: [june] })).toBeUndefined()
})

test("over several payments the newest goes first, each within what is left on it", () => {
  const payments = [
    { lineId: "upgrade", left: won(22_000n) },
    { lineId: "first", left: won(27_000n) },
  ]
  expect(spreadOverPayments(won(32_000n), payments)).toEqual([
    { payment: payments[0], gross: won(22_000n) },
    { payment: payments[1], gross: won(10_000n) },
  ])
  expect(spreadOverPayments(won(5_000n), payments)).toEqual([{ payment: payments[0], gross: won(5_000n) }])
  expect(() => spreadOverPayments(won(50_000n), payments)).toThrow(RangeError)
})
