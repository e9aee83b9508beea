import type { Rate } from "#kit/money.ts"

/** "19", "8.25", whose form the contract has checked: a fraction of two whole numbers, exact. */
export function readPercent(text: string): Rate {
  const [whole = "0", rest = ""] = text.split(".")
  return { numerator: BigInt(whole + rest), denominator: 100n * 10n ** BigInt(rest.length) }
}

/** Both at once, exact and in lowest terms. */
export function takeShare(rate: Rate, share: Rate): Rate {
  return inLowestTerms({
    numerator: rate.numerator * share.numerator,
    denominator: rate.denominator * share.denominator,
  })
}

/** 10/100 and 1/10 are one rate. */
export function inLowestTerms({ numerator, denominator }: Rate): Rate {
  const divisor = commonDivisor(denominator, numerator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

export function isSameRate(one: Rate, other: Rate): boolean {
  return one.numerator * other.denominator === other.numerator * one.denominator
}

/** "19/100", as papers and reasons keep it. */
export function writeRate({ numerator, denominator }: Rate): string {
  return `${numerator}/${denominator}`
}

export function readRate(text: string): Rate {
  const [numerator = "0", denominator = "1"] = text.split("/")
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) }
}

function commonDivisor(first: bigint, second: bigint): bigint {
  return second === 0n ? first : commonDivisor(second, first % second)
}
