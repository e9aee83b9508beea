import type { UseAsked } from "#billing"
import { type Fraction, fraction, plus } from "#kit/fraction.ts"

export interface Carried extends UseAsked {
  /** Below zero. */
  readonly rest: Fraction
}

/** Nobody uses less than nothing: what corrections take off beyond the use of their days comes off what follows. */
export function carryOver(
  asked: readonly UseAsked[],
  sums: readonly Fraction[],
): { readonly used: Fraction[]; readonly carried: readonly Carried[] } {
  const rests = new Map<string, Carried>()
  const used = asked.map((one, index) => {
    const key = `${one.subscriptionId} ${one.meter}`
    const sum = plus(sums[index] ?? fraction(0n), rests.get(key)?.rest ?? fraction(0n))
    rests.delete(key)
    if (sum.numerator >= 0n) return sum
    rests.set(key, { ...one, rest: sum })
    return fraction(0n)
  })
  return { used, carried: [...rests.values()] }
}
