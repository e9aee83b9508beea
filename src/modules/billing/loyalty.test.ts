import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { keepLoyalty, nameDiscount, orderSteps } from "./loyalty.ts"
import { type KeptDiscount, priceCycle } from "./price-cycles.ts"

const coupon: KeptDiscount = {
  id: "cpn_1",
  code: "SPRING",
  percent: "10",
  amountMinor: null,
  periods: 2,
  isExclusive: false,
  planIds: [],
}

const chargedFor = (discounts: readonly KeptDiscount[], cycles: number) =>
  Array.from({ length: cycles }, (_, cycle) =>
    Number(priceCycle({ planId: "plan", unit: money(20_000n, "KRW"), discounts }, cycle).charged.minor),
  )

test("what is off for staying holds from its cycle on; a higher step takes its place, and the past stays as it was", () => {
  const first = keepLoyalty([coupon], { percent: 5, from: 1 })
  expect(chargedFor(first, 4)).toEqual([18_000, 17_100, 19_000, 19_000])
  const second = keepLoyalty(first, { percent: 10, from: 3 })
  expect(chargedFor(second, 5)).toEqual([18_000, 17_100, 19_000, 18_000, 18_000])
})

test("a step that was never paid with leaves nothing behind when a higher one comes first", () => {
  const twice = keepLoyalty(keepLoyalty([], { percent: 5, from: 3 }), { percent: 20, from: 3 })
  expect(twice.map(({ id }) => id)).toEqual(["loyalty-20"])
  expect(chargedFor(twice, 4)).toEqual([20_000, 20_000, 20_000, 16_000])
})

test("papers call it by its words, and a coupon by its code", () => {
  const [spring, loyal] = keepLoyalty([coupon], { percent: 5, from: 1 })
  if (!spring || !loyal) throw new Error("Both are kept.")
  expect([nameDiscount(spring, "en"), nameDiscount(loyal, "en"), nameDiscount(loyal, "ko")]).toEqual([
    "SPRING",
    "5% for staying with us",
    "장기 이용 할인 5%",
  ])
})

test("steps stand by rising months, whatever order they were typed in; of two for one month the later holds", () => {
  expect(
    orderSteps([
      { months: 24, percent: 10 },
      { months: 12, percent: 3 },
      { months: 12, percent: 5 },
    ]),
  ).toEqual([
    { months: 12, percent: 5 },
    { months: 24, percent: 10 },
  ])
})
