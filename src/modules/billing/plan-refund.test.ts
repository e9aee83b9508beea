import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { planRefund, type RefundBasis, type RefundFacts, refundBases } from "./plan-refund.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const won = (minor: bigint) => money(minor, "KRW")
const all = { numerator: 1n, denominator: 1n }

const policy = (basis: RefundBasis) => ({ windowDays: 14, basis, fee: won(0n), cap: all })

/** 12 months, 300,000 list, 240,000 paid; day 10 of 365. */
const year: RefundFacts = {
  period: { start: day("2026-03-01"), end: day("2027-03-01") },
  paidOn: day("2026-03-01"),
  activatedOn: day("2026-03-01"),
  askedOn: day("2026-03-11"),
  paid: won(240_000n),
  list: won(300_000n),
  refundable: won(240_000n),
  withdrawal: { windowDays: 7, basis: "by_days" },
  policy: policy("by_days_less_discount"),
}

const on = (askedOn: string, more: Partial<RefundFacts> = {}) =>
  planRefund({ ...year, askedOn: day(askedOn), ...more })

describe("the law's figure and the house's, and the higher one is paid", () => {
  test("day 10 of 365, plain by days: 233,425", () => {
    const plan = on("2026-03-11", { policy: policy("by_days") })
    expect([plan.usedDays, plan.totalDays]).toEqual([10n, 365n])
    expect([plan.pays, plan.amount]).toEqual(["policy", won(233_425n)])
  })

  test("day 10, less the discount of the rest: 175,068", () => {
    const plan = on("2026-03-11")
    expect([plan.pays, plan.amount]).toEqual(["policy", won(175_068n)])
    // Shown all the same: what the law would have given, and until when.
    expect(plan.statutory).toMatchObject({ isOpen: false, amount: won(233_425n), lastDay: day("2026-03-08") })
  })

  test("day 10, used days at the list price: 231,781", () => {
    expect(on("2026-03-11", { policy: policy("used_days_at_list_price") }).amount).toEqual(won(231_781n))
  })

  test("day 7 in the Korean statutory window: 235,397, never less, whatever the house says", () => {
    for (const basis of refundBases) {
      const plan = on("2026-03-08", { policy: policy(basis) })
      expect([plan.pays, plan.amount]).toEqual(["statutory", won(235_397n)])
    }
    // The list price in the window would have been a penalty: 234,247.
    expect(on("2026-03-08", { policy: policy("used_days_at_list_price") }).policy?.amount).toEqual(
      won(234_247n),
    )
    expect(on("2026-03-08", { policy: null }).amount).toEqual(won(235_397n))
  })

  test("a house that gives more than the law is held to its word", () => {
    const generous = { ...policy("by_days"), windowDays: 30 }
    const plan = on("2026-03-05", { paid: won(300_000n), refundable: won(300_000n), policy: generous })
    expect([plan.pays, plan.amount.minor]).toEqual(["statutory", 296_712n])
    expect(plan.policy?.amount).toEqual(plan.statutory?.amount)
  })

  test("day 0 is the later of payment and activation, and the day itself is not used yet", () => {
    expect(on("2026-03-01").amount).toEqual(won(240_000n))
    const late = on("2026-03-11", { activatedOn: day("2026-03-04") })
    expect([late.dayZero.toString(), late.usedDays, late.pays]).toEqual(["2026-03-04", 7n, "statutory"])
    const paidLater = on("2026-03-11", { paidOn: day("2026-03-09") })
    expect([paidLater.dayZero.toString(), paidLater.usedDays]).toEqual(["2026-03-09", 2n])
    const never = on("2026-03-08", { activatedOn: null })
    expect([never.usedDays, never.amount]).toEqual([0n, won(240_000n)])
  })

  test("after both windows nothing is paid; a business has no withdrawal", () => {
    const plan = on("2026-03-16")
    expect([plan.pays, plan.amount]).toEqual([null, won(0n)])
    expect(on("2026-03-15").pays).toBe("policy")
    expect(on("2026-03-05", { withdrawal: null }).pays).toBe("policy")
    expect(on("2026-03-05", { withdrawal: null, policy: null }).pays).toBeNull()
  })

  test("a fee and a cap are the house's, and touch the law's figure nowhere", () => {
    const strict = { ...policy("by_days"), fee: won(10_000n), cap: { numerator: 9n, denominator: 10n } }
    expect(on("2026-03-11", { policy: strict }).policy).toMatchObject({ amount: won(216_000n), bound: "cap" })
    const inWindow = on("2026-03-08", { policy: strict })
    expect([inWindow.pays, inWindow.amount]).toEqual(["statutory", won(235_397n)])
    const fee = { ...policy("by_days"), fee: won(10_000n) }
    expect(on("2026-03-11", { policy: fee }).policy).toMatchObject({ amount: won(223_425n), bound: "none" })
  })

  test("never above what is still refundable, never below zero", () => {
    expect(on("2026-03-08", { refundable: won(100_000n) }).statutory).toMatchObject({
      amount: won(100_000n),
      bound: "refundable",
    })
    const dear = on("2026-03-11", { list: won(30_000_000n), policy: policy("used_days_at_list_price") })
    expect(dear.policy).toMatchObject({ amount: won(0n), bound: "zero" })
  })
})

test("whatever was paid: within the bounds, falling day by day, and the law's is the share of days", () => {
  /** Slow and obvious: the days one by one, each with its part of what was paid, in whole units and a remainder. */
  const shareOneByOne = (paid: bigint, daysLeft: bigint, days: bigint) => {
    let parts = 0n
    for (let count = 0n; count < daysLeft; count++) parts += paid
    const [whole, rest] = [parts / days, parts % days]
    return rest * 2n >= days ? whole + 1n : whole
  }
  const facts = fc.record({
    paid: fc.bigInt(0n, 3_000_000n),
    more: fc.bigInt(0n, 3_000_000n),
    back: fc.bigInt(0n, 3_000_000n),
    basis: fc.constantFrom(...refundBases),
    fee: fc.bigInt(0n, 10_000n),
  })
  fc.assert(
    fc.property(facts, ({ paid, more, back, basis, fee }) => {
      const refundable = back < paid ? back : paid
      let last = paid
      for (let used = 0; used <= 14; used++) {
        const plan = planRefund({
          ...year,
          askedOn: year.paidOn.add({ days: used }),
          paid: won(paid),
          list: won(paid + more),
          refundable: won(refundable),
          policy: { ...policy(basis), fee: won(fee) },
        })
        const exact = shareOneByOne(paid, 365n - BigInt(used), 365n)
        expect(plan.statutory?.amount.minor).toBe(exact < refundable ? exact : refundable)
        expect(plan.amount.minor >= 0n && plan.amount.minor <= refundable).toBe(true)
        expect(plan.amount.minor <= last).toBe(true)
        last = plan.amount.minor
        if (used <= 7) expect(plan.amount.minor >= (plan.statutory?.amount.minor ?? 0n)).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})
