import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { planRefundedTime, shareRefund } from "./plan-refunded-time.ts"
import type { Purchase } from "./plan-taking-back.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const won = (minor: bigint) => money(minor, "KRW")

const bought = (number: number, start: string, ...invoiceIds: string[]) =>
  ({
    periodId: `per_${number}`,
    number,
    start: day(start),
    payments: invoiceIds.map((invoiceId) => ({ invoiceId, lineId: `line_${number}`, left: won(0n) })),
    paid: won(10_000n),
  }) as unknown as Purchase

const third = bought(3, "2027-03-01", "inv_3")
const second = bought(2, "2027-02-01", "inv_2")
const plan = (purchases: Purchase[], invoiceId: string, today = "2027-02-10") => {
  const found = planRefundedTime(purchases, invoiceId, day(today))
  return (
    found && {
      numbers: found.purchases.map(({ number }) => number),
      effect: found.effect,
      paid: found.amount.minor,
    }
  )
}

test("the running time ends it, time to come only moves its end back", () => {
  expect(plan([second], "inv_2")).toEqual({ numbers: [2], effect: "ends", paid: 10_000n })
  expect(plan([third, second], "inv_3")).toEqual({ numbers: [3], effect: "end_moves_back", paid: 10_000n })
  // Its very first time is all of it, begun or not.
  expect(plan([bought(1, "2027-03-01", "inv_1")], "inv_1")).toMatchObject({ effect: "ends" })
  // One invoice over both.
  const both = [bought(3, "2027-03-01", "inv_2"), second]
  expect(plan(both, "inv_2")).toEqual({ numbers: [3, 2], effect: "ends", paid: 20_000n })
})

test("what was paid for later by another invoice keeps it running, and so does a refunded change of plan", () => {
  expect(plan([third, second], "inv_2")).toBeUndefined()
  expect(plan([second], "inv_1")).toBeUndefined()
  expect(plan([], "inv_1")).toBeUndefined()
  expect(plan([bought(2, "2027-02-01", "inv_change", "inv_2")], "inv_change")).toBeUndefined()
})

test("what the customer is told is never more than was sent", () => {
  const times = [{ amount: won(10_000n) }, { amount: won(5_000n) }]
  expect(shareRefund(won(15_000n), times)).toEqual(times)
  expect(shareRefund(won(9_000n), times)).toEqual([{ amount: won(6_000n) }, { amount: won(3_000n) }])
})
