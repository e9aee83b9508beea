import { halfUp } from "#billing/testing"
import type { SeenLine, SeenTerms, ShopRules } from "./account-seen.ts"

export interface CouponLimits {
  readonly mostUses: number | null
  readonly mostPerCustomer: number | null
}

/** What the slow count keeps of a shop's customers. */
export interface Count {
  readonly rules: ShopRules
  readonly limits: ReadonlyMap<string, CouponLimits>
  readonly wrong: Wrong[]
  readonly held: Map<string, Held>
  readonly lines: Map<string, KeptLine>
  readonly uses: { readonly id: string; readonly account: string }[]
  invoiced: bigint
  credited: bigint
}

export interface Held {
  readonly terms: SeenTerms
  planId: string
  unitMinor: bigint
  /** In all that are paid, the day they are counted from, and how many since that day. */
  cycles: number
  anchor: number
  sinceAnchor: number
  /** The first unpaid day. */
  end: number
  readonly paidDays: Set<number>
  /** Oldest first. */
  readonly purchases: Purchase[]
  pause: { readonly from: number; readonly until: number } | null
  isOver: boolean
}

export interface Purchase {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly cycles: number
  readonly anchor: number
  readonly sinceAnchor: number
  readonly paidOn: number
  /** As prices are shown, for all pieces: with its coupons, and without. */
  shown: bigint
  list: bigint
  isChanged: boolean
  changedOn?: number
  /** What paid for it, newest first. */
  readonly lines: KeptLine[]
}

export interface KeptLine {
  readonly id: string
  readonly gross: bigint
  readonly tax: bigint
  credited: bigint
  creditedTax: bigint
}

/** Cycle by cycle: percents one after the other, then fixed amounts, never below nothing, rounded once. */
export function priceOf(
  { terms, planId, unitMinor }: Pick<Held, "terms" | "planId" | "unitMinor">,
  { first, cycles }: { readonly first: number; readonly cycles: number },
): bigint {
  let sum = 0n
  for (let cycle = first; cycle < first + cycles; cycle++) {
    const holding = terms.coupons.filter(
      ({ periods, planIds }) =>
        (periods === null || cycle < periods) && (planIds.length === 0 || planIds.includes(planId)),
    )
    let [numerator, denominator] = [unitMinor, 1n]
    for (const { percent } of holding) {
      if (percent === null) continue
      numerator *= 100n - BigInt(percent)
      denominator *= 100n
    }
    for (const { amountMinor } of holding) {
      if (amountMinor !== null) numerator -= amountMinor * denominator
    }
    if (numerator < 0n) numerator = 0n
    sum += halfUp(numerator, denominator)
  }
  return sum * BigInt(terms.quantity)
}

/** An amount as a price is shown, as it is paid. */
export function withTax({ taxIncluded, taxRate }: ShopRules, shown: bigint): bigint {
  return taxIncluded ? shown : shown + halfUp(shown * taxRate.numerator, taxRate.denominator)
}

/** Of a line: the side of it that the price shows. */
export function amountOf(
  { taxIncluded }: Pick<ShopRules, "taxIncluded">,
  { net, gross }: Pick<SeenLine, "net" | "gross">,
): bigint {
  return taxIncluded ? gross : net
}

/** Which promise something is about. */
export const promises = [
  "days",
  "amounts",
  "refunds",
  "coupons",
  "numbers",
  "taxes",
  "books",
  "explanations",
] as const
export type Promised = (typeof promises)[number]

/** What does not agree. */
export interface Wrong {
  readonly about: Promised
  readonly words: string
}

export function expectSame(
  count: Pick<Count, "wrong">,
  about: Promised,
  { what, wanted, found }: { readonly what: string; readonly wanted: unknown; readonly found: unknown },
): void {
  if (wanted !== found) count.wrong.push({ about, words: `${what} ${wanted}, not ${found}` })
}
