import fc from "fast-check"
import { expect, test } from "vitest"
import {
  divideHalfUp,
  formatMoney,
  fromWire,
  money,
  splitEvenly,
  spread,
  subtract,
  sum,
  takeRateHalfUp,
  taxInsideHalfUp,
  toDecimal,
  toWire,
} from "./money.ts"

const vat19 = { numerator: 19n, denominator: 100n }
const vat10 = { numerator: 10n, denominator: 100n }

test("a rate is taken half up, away from zero", () => {
  expect(takeRateHalfUp(money(99n, "EUR"), vat19).minor).toBe(19n) // 18.81
  expect(divideHalfUp(5n, 10n)).toBe(1n)
  expect(divideHalfUp(-5n, 10n)).toBe(-1n)
  expect(divideHalfUp(4n, 10n)).toBe(0n)
})

test("the tax inside a gross amount", () => {
  expect(taxInsideHalfUp(money(11_000n, "KRW"), vat10).minor).toBe(1_000n)
  expect(taxInsideHalfUp(money(10_000n, "KRW"), vat10).minor).toBe(909n)
  expect(taxInsideHalfUp(money(15_000n, "KRW"), vat10).minor).toBe(1_364n)
})

test("parts always add up to the whole, and no part is more than one unit off", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
      fc.array(fc.bigInt({ min: 0n, max: 9_999n }), { minLength: 1, maxLength: 12 }),
      (minor, weights) => {
        const parts = spread(money(minor, "EUR"), weights)
        expect(sum("EUR", parts).minor).toBe(minor)
        const whole = weights.reduce((total, weight) => total + weight, 0n)
        if (whole === 0n) return
        parts.forEach((part, index) => {
          const exact = Number(minor) * (Number(weights[index]) / Number(whole))
          expect(Math.abs(Number(part.minor) - exact)).toBeLessThanOrEqual(1)
        })
      },
    ),
  )
})

test("splitting evenly loses nothing", () => {
  expect(splitEvenly(money(100n, "USD"), 3).map((part) => part.minor)).toEqual([34n, 33n, 33n])
})

test("two currencies never meet in one sum", () => {
  expect(() => sum("EUR", [money(1n, "EUR"), money(1n, "USD")])).toThrow()
  expect(() => subtract(money(1n, "EUR"), money(1n, "KRW"))).toThrow()
})

test("on the wire and on the page", () => {
  expect(fromWire(toWire(money(11_000n, "KRW")))).toEqual(money(11_000n, "KRW"))
  expect(toDecimal(money(-5n, "EUR"))).toBe("-0.05")
  expect(toDecimal(money(11_000n, "KRW"))).toBe("11000")
  expect(formatMoney(money(11_000n, "KRW"), "ko")).toBe("₩11,000")
  expect(formatMoney(money(123_456n, "EUR"), "en")).toBe("€1,234.56")
  expect(formatMoney(money(9_007_199_254_740_993n, "EUR"), "en")).toBe("€90,071,992,547,409.93")
})
