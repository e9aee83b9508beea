import fc from "fast-check"
import { expect, test } from "vitest"
import {
  compareFractions,
  fraction,
  greater,
  minus,
  moneyHalfUp,
  multiplied,
  parseDecimal,
  plus,
  readFraction,
  roundHalfUp,
  roundUp,
  smaller,
  writeFraction,
} from "./fraction.ts"

const some = fc
  .tuple(fc.bigInt(-10_000n, 10_000n), fc.bigInt(1n, 500n))
  .map(([numerator, denominator]) => fraction(numerator, denominator))

test("thirds add up to one, exactly", () => {
  const third = fraction(1n, 3n)
  expect(plus(plus(third, third), third)).toEqual(fraction(1n))
  expect(fraction(2n, -4n)).toEqual({ numerator: -1n, denominator: 2n })
  expect(() => fraction(1n, 0n)).toThrow(RangeError)
})

test("rounding is named: half up away from zero, or up to the next whole one", () => {
  expect([fraction(5n, 2n), fraction(-5n, 2n), fraction(7n, 3n)].map(roundHalfUp)).toEqual([3n, -3n, 2n])
  expect([fraction(5n, 2n), fraction(-5n, 2n), fraction(3n)].map(roundUp)).toEqual([3n, -2n, 3n])
  expect(moneyHalfUp(fraction(1n, 2n), "KRW").minor).toBe(1n)
})

test("decimals and fractions are read as they were written", () => {
  expect(parseDecimal("0.0035")).toEqual(fraction(7n, 2_000n))
  expect(parseDecimal("-1.50")).toEqual(fraction(-3n, 2n))
  for (const wrong of ["", "1,5", ".5", "1e3", "0x1", "1.", "Infinity"])
    expect(() => parseDecimal(wrong)).toThrow(RangeError)
  for (const wrong of ["", "1/0", "1/-2", "a/b"]) expect(() => readFraction(wrong)).toThrow(RangeError)
  fc.assert(
    fc.property(some, (one) => {
      expect(readFraction(writeFraction(one))).toEqual(one)
    }),
  )
})

test("what is added can be taken away, and the order is that of the numbers", () => {
  fc.assert(
    fc.property(some, some, (one, other) => {
      expect(minus(plus(one, other), other)).toEqual(one)
      expect(multiplied(one, other)).toEqual(multiplied(other, one))
      expect(Math.sign(compareFractions(one, other))).toBe(
        Math.sign(
          Number(one.numerator) * Number(other.denominator) -
            Number(other.numerator) * Number(one.denominator),
        ),
      )
      expect(plus(smaller(one, other), greater(one, other))).toEqual(plus(one, other))
    }),
  )
})
