import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { type Coupon, couponState, discountOf, findBar, suits } from "./coupon.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day("2026-11-26")
const item = { planId: "pln_start", cycle: "monthly", unit: money(11_000n, "KRW") } as const

const coupon = (more: Partial<Coupon> = {}): Coupon => ({
  tenantId: "ten_a",
  id: "cpn_a",
  code: "WELCOME",
  name: "Welcome",
  isOn: true,
  kind: "percent",
  percent: 10,
  arms: [],
  amounts: {},
  trialDays: null,
  periods: null,
  isExclusive: false,
  planIds: [],
  cycles: [],
  currencies: [],
  countries: [],
  isForNewCustomers: false,
  startsOn: null,
  endsOn: null,
  mostUses: null,
  mostPerCustomer: null,
  createdAt: Temporal.Instant.from("2026-01-01T00:00:00Z"),
  createdBy: "per_a",
  uses: 0,
  ...more,
})

test("it counts from its first day to its last, both included, while it is on and not used up", () => {
  const dated = coupon({ startsOn: day("2026-11-26"), endsOn: day("2026-11-30"), mostUses: 2 })
  const states = ["2026-11-25", "2026-11-26", "2026-11-30", "2026-12-01"].map((on) =>
    couponState(dated, day(on)),
  )
  expect(states).toEqual(["coming", "running", "running", "over"])
  expect(couponState({ ...dated, uses: 1 }, today)).toBe("running")
  expect(couponState({ ...dated, uses: 2 }, today)).toBe("used_up")
  expect(couponState({ ...dated, isOn: false }, today)).toBe("off")
})

test("what is switched off is told from what never was by nobody", () => {
  expect(findBar(coupon({ isOn: false }), { today, items: [item] })).toBe("coupon_unknown")
})

test("a coupon is kept to its currencies, plans and terms", () => {
  const bar = (more: Partial<Coupon>) => findBar(coupon(more), { today, items: [item] })
  expect(bar({})).toBeUndefined()
  expect(bar({ currencies: ["USD"] })).toBe("coupon_currency")
  expect(bar({ kind: "fixed", percent: null, amounts: { USD: "100" } })).toBe("coupon_currency")
  expect(bar({ planIds: ["pln_other"] })).toBe("coupon_not_for_these")
  expect(bar({ cycles: ["annual"] })).toBe("coupon_not_for_these")
  expect(suits(coupon({ planIds: ["pln_start"], cycles: ["monthly"] }), item)).toBe(true)
})

test("an empty cart bars nothing: what is typed early counts later", () => {
  expect(findBar(coupon({ planIds: ["pln_other"] }), { today, items: [] })).toBeUndefined()
})

test("what comes off is a part, an amount of the line's own currency, or nothing but the set-up fee", () => {
  expect(discountOf(coupon(), item)?.value).toEqual({
    kind: "percent",
    rate: { numerator: 10n, denominator: 100n },
  })
  const fixed = coupon({ kind: "fixed", percent: null, amounts: { KRW: "3000" } })
  expect(discountOf(fixed, item)?.value).toEqual({ kind: "fixed", amount: money(3_000n, "KRW") })
  expect(discountOf(coupon({ kind: "setup", percent: null }), item)).toBeUndefined()
  expect(discountOf(coupon({ kind: "trial", percent: null, trialDays: 14 }), item)).toBeUndefined()
})
