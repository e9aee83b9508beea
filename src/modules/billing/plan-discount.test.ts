import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { type Discount, planDiscount } from "./plan-discount.ts"

const won = (minor: bigint) => money(minor, "KRW")

function percent(id: string, of: bigint, more: Partial<Discount> = {}): Discount {
  const rate = { numerator: of, denominator: 100n }
  return { id, value: { kind: "percent", rate }, periods: null, isExclusive: false, ...more }
}

function fixed(id: string, minor: bigint, more: Partial<Discount> = {}): Discount {
  return { id, value: { kind: "fixed", amount: won(minor) }, periods: null, isExclusive: false, ...more }
}

const charge = (discounts: Discount[], periodNumber = 0, list = 30_000n) =>
  planDiscount({ list: won(list), periodNumber, discounts })

describe("what lowers a price", () => {
  test("10 % of 30,000 is 3,000; 5,000 off is 5,000 off", () => {
    expect(charge([percent("ten", 10n)]).charged).toEqual(won(27_000n))
    expect(charge([fixed("five", 5_000n)]).charged).toEqual(won(25_000n))
    expect(charge([])).toEqual({ charged: won(30_000n), steps: [] })
  })

  test("percents come first, each on what is left, then fixed amounts, in whatever order they were given", () => {
    const plan = charge([fixed("five", 5_000n), percent("ten", 10n), percent("twenty", 20n)])
    expect(plan.steps.map(({ id, amount }) => [id, amount.minor])).toEqual([
      ["ten", 3_000n],
      ["twenty", 5_400n],
      ["five", 5_000n],
    ])
    expect(plan.charged).toEqual(won(16_600n))
  })

  test("never below zero", () => {
    const plan = charge([fixed("much", 50_000n), fixed("more", 1_000n)])
    expect(plan.charged).toEqual(won(0n))
    expect(plan.steps.map(({ amount }) => amount.minor)).toEqual([30_000n, 0n])
  })

  test("the first three periods and no longer", () => {
    const welcome = percent("welcome", 50n, { periods: 3 })
    expect([0, 1, 2, 3].map((number) => charge([welcome], number).charged.minor)).toEqual([
      15_000n,
      15_000n,
      15_000n,
      30_000n,
    ])
  })

  test("an exclusive one stands alone, and the customer gets the lower price", () => {
    const alone = percent("alone", 25n, { isExclusive: true })
    expect(charge([alone, percent("ten", 10n), fixed("five", 5_000n)]).steps.map(({ id }) => id)).toEqual([
      "ten",
      "five",
    ])
    expect(charge([alone, percent("ten", 10n)]).charged).toEqual(won(22_500n))
  })

  test("rounded once: 33 % of 100 twice leaves 45, not 44", () => {
    const plan = charge([percent("a", 33n), percent("b", 33n)], 0, 100n)
    expect(plan.charged.minor).toBe(45n)
    expect(plan.steps.map(({ amount }) => amount.minor)).toEqual([33n, 22n])
  })

  test("a discount in another currency is refused", () => {
    expect(() =>
      charge([{ ...fixed("usd", 1n), value: { kind: "fixed", amount: money(1n, "USD") } }]),
    ).toThrow()
  })
})

test("the steps add up, and nobody could have had it cheaper by the rules", () => {
  const some = fc.record({
    kind: fc.constantFrom("percent", "fixed"),
    size: fc.bigInt(0n, 100n),
    isExclusive: fc.boolean(),
    periods: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  })
  /** Slow and obvious: in thousandths of a unit, each hand that may be played, the lowest wins. */
  const lowest = (list: bigint, number: number, discounts: readonly Discount[]) => {
    const holding = discounts.filter(({ periods }) => periods === null || number < periods)
    const play = (hand: readonly Discount[]) => {
      let left = Number(list)
      for (const { value } of hand)
        if (value.kind === "percent") left *= 1 - Number(value.rate.numerator) / 100
      for (const { value } of hand)
        if (value.kind === "fixed") left = Math.max(0, left - Number(value.amount.minor))
      return left
    }
    const alone = holding.filter(({ isExclusive }) => isExclusive).map((one) => play([one]))
    return Math.min(play(holding.filter(({ isExclusive }) => !isExclusive)), ...alone)
  }
  fc.assert(
    fc.property(
      fc.bigInt(0n, 1_000_000n),
      fc.nat(4),
      fc.array(some, { maxLength: 5 }),
      (list, number, wanted) => {
        const discounts = wanted.map(({ kind, size, ...more }, index) =>
          kind === "percent" ? percent(`d${index}`, size, more) : fixed(`d${index}`, size * 997n, more),
        )
        const plan = charge(discounts, number, list)
        const off = plan.steps.reduce((sum, { amount }) => sum + amount.minor, 0n)
        expect(plan.charged.minor + off).toBe(list)
        expect(Math.abs(Number(plan.charged.minor) - lowest(list, number, discounts))).toBeLessThanOrEqual(
          0.501,
        )
        for (const { amount } of plan.steps) expect(amount.minor >= 0n).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
