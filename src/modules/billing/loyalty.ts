import type { Language } from "#kit/refusal.ts"
import type { KeptDiscount } from "./price-cycles.ts"

/** So much is off from so many months on. */
export interface LoyaltyStep {
  readonly months: number
  readonly percent: number
}

/** Begins the id of every such discount. */
export const LOYALTY = "loyalty-"
const words = {
  en: (percent: string) => `${percent}% for staying with us`,
  ko: (percent: string) => `장기 이용 할인 ${percent}%`,
}

/** By rising months; of two for the same month the later word holds. */
export function orderSteps(steps: readonly LoyaltyStep[]): LoyaltyStep[] {
  const byMonths = new Map(steps.map(({ months, percent }) => [months, { months, percent }]))
  return [...byMonths.values()].sort((one, other) => one.months - other.months)
}

/**
 * What an agreement keeps once that much is off from that cycle on. What held for the cycles before still does, so that
 * what was paid can be computed again.
 */
export function keepLoyalty(
  discounts: readonly KeptDiscount[],
  { percent, from }: { readonly percent: number; readonly from: number },
): KeptDiscount[] {
  const held = discounts.find((one) => isLoyalty(one) && one.periods === null)
  const ended = discounts.flatMap((one) => {
    if (one !== held) return [one]
    return (one.from ?? 0) < from ? [{ ...one, periods: from }] : []
  })
  return [...ended, loyaltyOf(percent, from)]
}

function loyaltyOf(percent: number, from: number): KeptDiscount {
  const id = `${LOYALTY}${percent}`
  return {
    id,
    code: id,
    percent: String(percent),
    amountMinor: null,
    from,
    periods: null,
    isExclusive: false,
    planIds: [],
  }
}

function isLoyalty({ id }: Pick<KeptDiscount, "id">): boolean {
  return id.startsWith(LOYALTY)
}

/** What papers call it: a coupon by its code. */
export function nameDiscount(one: KeptDiscount, language: Language): string {
  return isLoyalty(one) ? words[language](one.percent ?? "") : one.code
}
