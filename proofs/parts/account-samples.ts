import fc from "fast-check"
import { zones } from "#billing/testing"
import type { Currency } from "#kit/money.ts"
import type { AccountAct, AccountFacts } from "./account-state.ts"

const taxes = [
  { taxIncluded: true, taxRate: { numerator: 10n, denominator: 100n } },
  { taxIncluded: false, taxRate: { numerator: 19n, denominator: 100n } },
  { taxIncluded: true, taxRate: { numerator: 0n, denominator: 100n } },
  { taxIncluded: false, taxRate: { numerator: 55n, denominator: 1000n } },
]

const coupon = (index: number) =>
  fc
    .record({
      isPercent: fc.boolean(),
      size: fc.integer({ min: 1, max: 100 }),
      periods: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
      mostUses: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
      plans: fc.subarray(["pln_0", "pln_1", "pln_2"]),
    })
    .map(({ isPercent, size, periods, mostUses, plans }) => ({
      id: `cpn_${index}`,
      percent: isPercent ? size : null,
      amountMinor: isPercent ? null : BigInt(size * 50),
      periods,
      mostUses,
      planIds: plans,
    }))

const refund = fc.record({
  windowDays: fc.integer({ min: 0, max: 60 }),
  basis: fc.constantFrom(
    "by_days" as const,
    "by_days_less_discount" as const,
    "used_days_at_list_price" as const,
  ),
  feeMinor: fc.constantFrom(0n, 0n, 500n),
  capPercent: fc.constantFrom(100, 100, 90, 33),
})

const facts: fc.Arbitrary<AccountFacts> = fc
  .record({
    zone: fc.constantFrom(...zones),
    minutes: fc.integer({ min: 0, max: 4 * 366 * 24 * 60 }),
    currency: fc.constantFrom<Currency>("KRW", "USD", "EUR"),
    tax: fc.constantFrom(...taxes),
    latePolicy: fc.constantFrom("from_the_old_end" as const, "from_payment" as const),
    withdrawalDays: fc.constantFrom(7, 14, null),
    refund,
    prices: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 1, max: 200_000 }))),
    coupons: fc.tuple(coupon(0), coupon(1)),
  })
  .map(({ zone, minutes, currency, tax, latePolicy, withdrawalDays, refund: house, prices, coupons }) => ({
    zone,
    beginsAt: Temporal.Instant.from("2026-01-01T00:00:00Z").add({ minutes }),
    rules: {
      currency,
      ...tax,
      latePolicy,
      withdrawalDays,
      refund: house,
      leastMinor: currency === "KRW" ? 100n : 50n,
    },
    plans: prices.map(BigInt),
    coupons,
  }))

/** Now and then the clock is set back by a day or less. */
const act: fc.Arbitrary<AccountAct> = fc.record({
  hours: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 240 }) },
    { weight: 3, arbitrary: fc.integer({ min: 240, max: 1_500 }) },
    { weight: 1, arbitrary: fc.integer({ min: -26, max: 0 }) },
  ),
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constant("order" as const) },
    { weight: 6, arbitrary: fc.constant("pay" as const) },
    { weight: 3, arbitrary: fc.constant("change" as const) },
    { weight: 2, arbitrary: fc.constantFrom("take back" as const, "credit" as const) },
  ),
  which: fc.nat({ max: 31 }),
  other: fc.nat({ max: 31 }),
  size: fc.nat({ max: 99 }),
})

/** Anything that can befall the money of one account within some years. */
export const accounts = fc.record({
  facts,
  acts: fc.array(act, { minLength: 3, maxLength: 24, size: "max" }),
})
