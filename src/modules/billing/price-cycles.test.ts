import { expect, test } from "vitest"
import { type Currency, money } from "#kit/money.ts"
import { countShort, type KeptDiscount, priceCycle, priceCycles, spareShort } from "./price-cycles.ts"

const currency: Currency = "KRW"
const coupon: KeptDiscount = {
  id: "cpn_1",
  code: "TWICE",
  percent: "10",
  amountMinor: null,
  periods: 2,
  isExclusive: false,
  planIds: [],
}
const one = { planId: "pln_1", unit: money(30_000n, currency), discounts: [coupon] }
const charged = (priced: typeof one, cycles: number) =>
  Array.from({ length: cycles }, (_, cycle) => Number(priceCycle(priced, cycle).charged.minor))

test("a turn cut short by the billing day has the coupon's price and uses up none of its cycles", () => {
  expect(charged(one, 4)).toEqual([27_000, 27_000, 30_000, 30_000])
  const spared = spareShort(one, 1)
  expect(charged(spared, 4)).toEqual([27_000, 27_000, 27_000, 30_000])
  // The short turn and two whole ones behind it: 27,000 × 21 / 31, 27,000 and 30,000.
  expect(priceCycles(spared, 1, 3, { days: 21, of: 31 }).minor).toBe(75_290n)
})

test("only one is spared, and only while the coupon holds: a day chosen every month makes no coupon last for ever", () => {
  expect(spareShort(spareShort(one, 1), 2).discounts).toEqual(spareShort(one, 1).discounts)
  expect(spareShort(one, 2).discounts).toEqual([coupon])
  const forEver = { ...one, discounts: [{ ...coupon, periods: null }] }
  expect(spareShort(forEver, 1)).toEqual(forEver)
})

test("taken back, the short turn is as if it had never been", () => {
  const { discounts } = spareShort(one, 1)
  expect(countShort(discounts, 1)).toEqual([coupon])
  expect(countShort(discounts, 2)).toEqual(discounts)
})
