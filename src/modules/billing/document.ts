import type { Money, Rate } from "#kit/money.ts"

/** What a line was computed from. Recomputing it gives the same amount; that is what "explained" means here. */
export interface LineReason {
  readonly planId: string | null
  readonly priceId: string | null
  readonly quantity: bigint
  readonly unit: Money
  readonly cycle: string | null
  /** The rule in a word that the glossary knows: "price × quantity", "set-up fee". */
  readonly rule: string
  /** What else the rule was given, by name, as text: days, list prices, what was left of another plan. */
  readonly facts?: RuleFacts
}

export type RuleFacts = Readonly<Record<string, string>>

/** A line as it is asked for: what, at which price, for which time. */
export interface DocumentLineInput extends LineReason {
  readonly words: string
  readonly periodStart?: Temporal.PlainDate | null
  readonly periodEnd?: Temporal.PlainDate | null
  /** The subscription it is about, and how many of its periods it pays for; absent where it extends none. */
  readonly subscriptionId?: string | null
  readonly cycles?: number | null
  /** Absent: as the document's terms say. */
  readonly taxRate?: Rate
  /** What the price holds, where that is another rate than the one that is charged. */
  readonly insideRate?: Rate
}

export interface DocumentLine {
  readonly words: string
  readonly periodStart: Temporal.PlainDate | null
  readonly periodEnd: Temporal.PlainDate | null
  readonly subscriptionId: string | null
  readonly cycles: number | null
  readonly reason: LineReason
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
  readonly taxRate: Rate
}

/** One row of the tax table: what EN 16931 calls a breakdown, the Korean slip 공급가액 and 부가세. */
export interface TaxGroup {
  readonly rate: Rate
  readonly net: Money
  readonly tax: Money
}

export interface DocumentPlan {
  readonly lines: readonly DocumentLine[]
  readonly taxes: readonly TaxGroup[]
  readonly net: Money
  readonly tax: Money
  readonly total: Money
}

/** A line's reason as JSON keeps it: bigints as text. */
export interface StoredReason {
  readonly planId: string | null
  readonly priceId: string | null
  readonly quantity: string
  readonly unitMinor: string
  readonly cycle: string | null
  readonly rule: string
  readonly facts?: RuleFacts
}
