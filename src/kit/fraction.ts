import { divideHalfUp, type Money, money, type Rate } from "./money.ts"

/** An exact number: quantities, unit prices below a cent, shares of a period. Rounded by name, and once. */
export type Fraction = Rate

export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new RangeError("Nothing is divided by zero.")
  const sign = denominator < 0n ? -1n : 1n
  const divisor = commonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign)
  return { numerator: (numerator * sign) / divisor, denominator: (denominator * sign) / divisor }
}

export function plus(first: Fraction, second: Fraction): Fraction {
  return fraction(
    first.numerator * second.denominator + second.numerator * first.denominator,
    first.denominator * second.denominator,
  )
}

export function minus(first: Fraction, second: Fraction): Fraction {
  return plus(first, { numerator: -second.numerator, denominator: second.denominator })
}

export function multiplied(first: Fraction, second: Fraction): Fraction {
  return fraction(first.numerator * second.numerator, first.denominator * second.denominator)
}

/** Below zero, zero, above zero: as the first is smaller, the same or greater. */
export function compareFractions(first: Fraction, second: Fraction): number {
  const { numerator } = minus(first, second)
  return numerator < 0n ? -1 : numerator > 0n ? 1 : 0
}

export function smaller(first: Fraction, second: Fraction): Fraction {
  return compareFractions(first, second) <= 0 ? first : second
}

export function greater(first: Fraction, second: Fraction): Fraction {
  return compareFractions(first, second) >= 0 ? first : second
}

/** Half up, away from zero at exactly one half, like every amount of the house. */
export function roundHalfUp(exact: Fraction): bigint {
  return divideHalfUp(exact.numerator, exact.denominator)
}

/** The next whole number that is not smaller: begun packages, begun quarters of an hour. */
export function roundUp({ numerator, denominator }: Fraction): bigint {
  const floor = numerator / denominator
  return numerator % denominator > 0n ? floor + 1n : floor
}

/** Exact minor units to an amount, half up. */
export function moneyHalfUp(exactMinor: Fraction, currency: Money["currency"]): Money {
  return money(roundHalfUp(exactMinor), currency)
}

/** "0.0035", "12", "-1.5": what a person or a price list writes, exactly. */
export function parseDecimal(text: string): Fraction {
  const match = /^(-?)(\d{1,18})(?:\.(\d{1,18}))?$/.exec(text)
  if (!match) throw new RangeError(`"${text}" is no decimal.`)
  const [, sign, whole, part = ""] = match
  const digits = BigInt(`${whole}${part}`)
  return fraction(sign === "-" ? -digits : digits, 10n ** BigInt(part.length))
}

/** "1/3", "20": what a stored reason keeps, so that it is read back as it was. */
export function writeFraction({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? numerator.toString() : `${numerator}/${denominator}`
}

export function readFraction(text: string): Fraction {
  const match = /^(-?\d{1,60})(?:\/([1-9]\d{0,59}))?$/.exec(text)
  if (!match) throw new RangeError(`"${text}" is no fraction.`)
  return fraction(BigInt(match[1] as string), BigInt(match[2] ?? "1"))
}

function commonDivisor(first: bigint, second: bigint): bigint {
  return second === 0n ? first : commonDivisor(second, first % second)
}
