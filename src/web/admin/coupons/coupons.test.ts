import { expect, test } from "vitest"
import { readCoupon, tellValue } from "./coupons.ts"

test("a coupon's form: only what its kind is about, and empty limits are none", () => {
  const percent = readCoupon(
    {
      code: "welcome",
      name: "Welcome",
      isOn: "yes",
      kind: "percent",
      percent: "10",
      "amounts/KRW": "3000",
      periods: "3",
      "plan:pln_a": "yes",
      "cycle:annual": "yes",
      "currency:KRW": "yes",
      countries: "kr, de",
      mostUses: "",
      endsOn: "2026-12-31",
    },
    ["KRW", "USD"],
  )
  expect(percent).toMatchObject({
    percent: 10,
    amounts: {},
    periods: 3,
    planIds: ["pln_a"],
    cycles: ["annual"],
    currencies: ["KRW"],
    countries: ["KR", "DE"],
    mostUses: null,
    startsOn: null,
    endsOn: "2026-12-31",
    isExclusive: false,
  })
})

test("amounts are read in their own currency; what is none goes as it was typed", () => {
  const typed = { kind: "fixed", percent: "10", "amounts/KRW": "3,000원", "amounts/USD": "2.505" }
  const fixed = readCoupon(typed, ["KRW", "USD"])
  expect([fixed.percent, fixed.amounts]).toEqual([null, { KRW: "3000", USD: "2.505" }])
  expect(
    tellValue({
      kind: "fixed",
      percent: null,
      arms: [],
      amounts: { KRW: "3000", USD: "250" },
      trialDays: null,
    }),
  ).toBe("3000 KRW / 2.50 USD")
  expect(tellValue({ kind: "percent", percent: 10, arms: [], amounts: {}, trialDays: null })).toBe("10%")
})

test("a longer trial: its days alone, and no other kind gets them", () => {
  const typed = { percent: "10", "amounts/KRW": "3000", periods: "3", trialDays: "14" }
  const longer = readCoupon({ ...typed, kind: "trial" }, ["KRW"])
  expect(longer).toMatchObject({ kind: "trial", trialDays: 14, percent: null, amounts: {}, periods: null })
  expect(tellValue({ kind: "trial", percent: null, arms: [], amounts: {}, trialDays: 14 })).toBe("14")
  expect(readCoupon({ ...typed, kind: "percent" }, ["KRW"])).toMatchObject({ percent: 10, trialDays: null })
})
