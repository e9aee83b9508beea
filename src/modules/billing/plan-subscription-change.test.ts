import { expect, test } from "vitest"
import { money, times } from "#kit/money.ts"
import { spreadOverPayments } from "./plan-credit.ts"
import { type PaidPeriod, planSubscriptionChange } from "./plan-subscription-change.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const won = (minor: bigint) => money(minor, "KRW")
const perCycle = (minor: bigint) => (period: PaidPeriod) => times(won(minor), BigInt(period.cycles))

const june = {
  periodId: "spe_june",
  first: 0,
  start: day("2027-06-01"),
  end: day("2027-07-01"),
  cycles: 1,
  charged: won(27_000n),
}
const july = { ...june, periodId: "spe_july", first: 1, start: day("2027-07-01"), end: day("2027-08-01") }
const facts = { changeOn: day("2027-06-11"), chargeOf: perCycle(60_000n), gatewayLeast: won(100n) }

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

test("a coupon that ends with June: July costs the new plan's own price", () => {
  const chargeOf = ({ first }: PaidPeriod) => won(first === 0 ? 54_000n : 60_000n)
  const change = planSubscriptionChange({ ...facts, chargeOf, periods: [july, june] })
  expect(change?.parts.map(({ newCharged }) => newCharged)).toEqual([won(60_000n), won(54_000n)])
  expect(change?.amount).toEqual(won(51_000n))
})

test("down, too little to be taken, the same, and a day that nobody paid for", () => {
  const to = (minor: bigint) =>
    planSubscriptionChange({ ...facts, chargeOf: perCycle(minor), periods: [june] })
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
