import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { planRefund } from "./plan-refund.ts"
import { type Purchase, planTakingBack } from "./plan-taking-back.ts"
import { findWithdrawal } from "./withdrawal-rules.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const won = (minor: bigint) => money(minor, "KRW")

function purchase(number: number, start: string, end: string, paidOn: string, today: string): Purchase {
  const paid = won(31_000n)
  const period = { start: day(start), end: day(end) }
  const plan = planRefund({
    period,
    paidOn: day(paidOn),
    activatedOn: period.start,
    askedOn: day(today),
    paid,
    list: paid,
    refundable: paid,
    withdrawal: { windowDays: 7, basis: "by_days" },
    policy: null,
  })
  const payments = [{ invoiceId: `inv_${number}`, lineId: `lin_${number}`, left: paid }]
  return {
    periodId: `spe_${number}`,
    payments,
    ...period,
    number,
    paidOn: day(paidOn),
    paid,
    list: paid,
    plan,
  }
}

const today = "2026-03-05"
const first = purchase(1, "2026-03-01", "2026-04-01", "2026-03-01", today)
const second = purchase(2, "2026-04-01", "2026-05-01", "2026-03-03", today)
const third = purchase(3, "2026-05-01", "2026-06-01", "2026-03-04", today)

test("a cancelled extension only moves the end back", () => {
  const plan = planTakingBack([third, second, first], third, day(today))
  expect(plan).toMatchObject({ effect: "end_moves_back", amount: won(31_000n) })
})

test("what was paid for after it goes as well, newest first", () => {
  const plan = planTakingBack([first, second, third], second, day(today))
  expect(plan && "purchases" in plan ? plan.purchases.map(({ number }) => number) : []).toEqual([3, 2])
  expect(plan).toMatchObject({ effect: "end_moves_back", amount: won(62_000n) })
})

test("with the running period the agreement ends", () => {
  // 31,000 × 27/31 and two whole ones.
  expect(planTakingBack([third, second, first], first, day(today))).toMatchObject({
    effect: "ends",
    amount: won(89_000n),
  })
  const late = purchase(1, "2026-02-01", "2026-04-01", "2026-02-01", today)
  expect(planTakingBack([second, late], late, day(today))).toEqual({ refused: late })
})

test("the withdrawal is that of the seller's country on the day of payment, for consumers", () => {
  const on = day("2026-03-05")
  const days = (country: string, isBusiness = false) =>
    findWithdrawal({ country, on, isBusiness })?.windowDays ?? null
  expect([days("KR"), days("DE"), days("US"), days("KR", true)]).toEqual([7, 14, null, null])
  expect(findWithdrawal({ country: "DE", on: day("2014-06-12"), isBusiness: false })).toBeNull()
})
