import { describe, expect, test } from "vitest"
import { money } from "#kit/money.ts"
import type { LineReason } from "./document.ts"
import { CHANGE_RULE, writeChange } from "./line-rule.ts"
import { type CorrectionFacts, planCorrection } from "./plan-correction.ts"

const won = (minor: bigint) => money(minor, "KRW")

/** A month at 110,000 that should have cost 11,000. */
const reason: LineReason = {
  planId: "pln_test",
  priceId: "prc_wrong",
  quantity: 1n,
  unit: won(110_000n),
  cycle: "monthly",
  rule: "subscription price × quantity",
}
const facts: CorrectionFacts = {
  reason,
  gross: won(110_000n),
  left: won(110_000n),
  wrong: { unit: won(110_000n), setupFee: won(0n) },
  right: { unit: won(11_000n), setupFee: won(0n) },
}
const amountOf = (more: Partial<CorrectionFacts> = {}) => {
  const plan = planCorrection({ ...facts, ...more })
  return plan.kind === "credit" ? [plan.amount.minor, plan.rightGross.minor] : plan.because
}

describe("what goes back of a line that was computed by a wrong price", () => {
  test("one zero too many: 99,000 goes back and 11,000 stays", () => {
    expect(amountOf()).toEqual([99_000n, 11_000n])
  })

  test("three months of two pieces, tax on top: the tax goes back in the same proportion", () => {
    const line = { ...reason, quantity: 6n }
    const gross = won(726_000n)
    expect(amountOf({ reason: line, gross, left: gross })).toEqual([653_400n, 72_600n])
  })

  test("a coupon of ten hundredths keeps its share", () => {
    const line = { ...reason, unit: won(99_000n), facts: { listUnitMinor: "110000", codes: "TEN" } }
    expect(amountOf({ reason: line, gross: won(99_000n), left: won(99_000n) })).toEqual([89_100n, 9_900n])
  })

  test("what was chosen with the plan costs what it did: 4 GB for 8,000 beside a plan at ten times its price", () => {
    const words = { en: "", ko: "" }
    const parts = JSON.stringify([
      { words, quantity: 1, unitMinor: "110000" },
      { words, quantity: 4, unitMinor: "2000" },
    ])
    const line = { ...reason, unit: won(118_000n), facts: { parts } }
    const gross = won(118_000n)
    expect(amountOf({ reason: line, gross, left: gross })).toEqual([99_000n, 19_000n])
  })

  test("a change of plan by days is computed anew with the right price of the other plan", () => {
    const change = writeChange({
      oldCharged: won(27_000n),
      newCharged: won(600_000n),
      daysLeft: 20n,
      totalDays: 30n,
    })
    const line = { ...reason, unit: won(382_000n), rule: CHANGE_RULE, facts: change }
    const prices = {
      wrong: { unit: won(600_000n), setupFee: won(0n) },
      right: { unit: won(60_000n), setupFee: won(0n) },
    }
    expect(amountOf({ reason: line, gross: won(382_000n), left: won(382_000n), ...prices })).toEqual([
      360_000n,
      22_000n,
    ])
  })

  test("a set-up fee is measured by the set-up fee", () => {
    const line = { ...reason, unit: won(50_000n), rule: "set-up fee × quantity", cycle: null }
    const prices = {
      wrong: { unit: won(11_000n), setupFee: won(50_000n) },
      right: { unit: won(11_000n), setupFee: won(5_000n) },
    }
    expect(amountOf({ reason: line, gross: won(50_000n), left: won(50_000n), ...prices })).toEqual([
      45_000n,
      5_000n,
    ])
  })

  test("never more than is left, and nobody is asked for more afterwards", () => {
    expect(amountOf({ left: won(20_000n) })).toEqual([20_000n, 11_000n])
    expect(amountOf({ left: won(0n) })).toBe("credited_already")
    expect(amountOf({ right: { unit: won(120_000n), setupFee: won(0n) } })).toBe("asked_too_little")
  })
})
