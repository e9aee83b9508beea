import { type Fraction, fraction, multiplied, writeFraction } from "#kit/fraction.ts"

const MOST_DECIMALS = 10

/** "0.25"; "7/60" where no decimal says it exactly. */
export function sayQuantity(quantity: Fraction): string {
  const exact = fraction(quantity.numerator, quantity.denominator)
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const { numerator, denominator } = multiplied(exact, fraction(10n ** BigInt(decimals)))
    if (denominator !== 1n) continue
    const sign = numerator < 0n ? "-" : ""
    const digits = (numerator < 0n ? -numerator : numerator).toString().padStart(decimals + 1, "0")
    const whole = digits.slice(0, digits.length - decimals)
    return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - decimals)}`
  }
  return writeFraction(exact)
}
