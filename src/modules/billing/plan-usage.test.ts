import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fraction, parseDecimal } from "#kit/fraction.ts"
import { planUsage, type UsagePrice } from "./plan-usage.ts"

const none = fraction(0n)
const tiers = [
  { upTo: fraction(100n), unitPrice: "0.10" },
  { upTo: fraction(1_000n), unitPrice: "0.05" },
  { upTo: null, unitPrice: "0.01" },
]

const cost = (price: UsagePrice, quantity: bigint) => planUsage(price, fraction(quantity)).amount.minor

describe("a quantity becomes an amount", () => {
  test("flat: an exact unit price below a cent, rounded once", () => {
    const flat = { currency: "USD", included: none, model: "flat", unitPrice: "0.0035" } as const
    expect(cost(flat, 1_000n)).toBe(350n)
    expect(cost(flat, 1n)).toBe(0n)
    expect(planUsage(flat, fraction(1n)).exactMinor).toEqual(fraction(7n, 20n))
    // Half a cent, exactly: up.
    expect(cost({ ...flat, unitPrice: "0.005" }, 1n)).toBe(1n)
    expect(planUsage(flat, parseDecimal("1000.5")).exactMinor).toEqual(fraction(14_007n, 40n))
  })

  test("what is included comes off first", () => {
    const flat = { currency: "KRW", included: fraction(1_000n), model: "flat", unitPrice: "50" } as const
    expect([cost(flat, 999n), cost(flat, 1_000n), cost(flat, 1_010n)]).toEqual([0n, 0n, 500n])
    expect(planUsage(flat, fraction(900n)).steps).toEqual([])
  })

  test("graduated: each piece at its tier's price", () => {
    const graduated = { currency: "EUR", included: none, model: "graduated", tiers } as const
    expect([100n, 101n, 1_000n, 1_001n].map((quantity) => cost(graduated, quantity))).toEqual([
      1_000n,
      1_005n,
      5_500n,
      5_501n,
    ])
    expect(planUsage(graduated, fraction(1_500n)).steps.map(({ quantity }) => quantity.numerator)).toEqual([
      100n,
      900n,
      500n,
    ])
  })

  test("volume: all at the price of the tier that the whole lies in", () => {
    const volume = { currency: "EUR", included: none, model: "volume", tiers } as const
    expect([100n, 101n, 1_000n, 1_001n].map((quantity) => cost(volume, quantity))).toEqual([
      1_000n,
      505n,
      5_000n,
      1_001n,
    ])
  })

  test("package: a begun one is a whole one", () => {
    const packages = {
      currency: "USD",
      included: none,
      model: "package",
      size: fraction(1_000n),
      packagePrice: "2.50",
    } as const
    expect([0n, 1n, 1_000n, 1_001n].map((quantity) => cost(packages, quantity))).toEqual([
      0n,
      250n,
      250n,
      500n,
    ])
  })

  test("tiers with a hole, an end or nothing in them are no price", () => {
    const wrong = [[], tiers.slice(0, 2), [tiers[1], tiers[0], tiers[2]], [tiers[2], tiers[2]]]
    for (const some of wrong) {
      const price = { currency: "EUR", included: none, model: "graduated", tiers: some } as UsagePrice
      expect(() => cost(price, 1n)).toThrow(RangeError)
    }
    expect(() =>
      planUsage({ currency: "EUR", included: none, model: "flat", unitPrice: "1" }, fraction(-1n)),
    ).toThrow()
  })
})

test("graduated is what counting piece by piece gives", () => {
  const steps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 0, maxLength: 4 })
  const prices = fc.array(fc.nat(9_999), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(steps, prices, fc.nat(200), fc.nat(60), (widths, tenThousandths, used, included) => {
      let top = 0
      const ends = widths.map((width) => (top += width))
      const priceOf = (index: number) => tenThousandths[index] ?? 0
      const made = [...ends, null].map((end, index) => ({
        upTo: end === null ? null : fraction(BigInt(end)),
        unitPrice: `0.${String(priceOf(index)).padStart(4, "0")}`,
      }))
      let hundredthsOfCents = 0
      for (let piece = 1; piece <= used - included; piece++) {
        const index = ends.findIndex((end) => piece <= end)
        hundredthsOfCents += priceOf(index === -1 ? ends.length : index)
      }
      const plan = planUsage(
        { currency: "EUR", included: fraction(BigInt(included)), model: "graduated", tiers: made },
        fraction(BigInt(used)),
      )
      expect(plan.amount.minor).toBe(BigInt(Math.floor((hundredthsOfCents + 50) / 100)))
    }),
    { numRuns: 300 },
  )
})
