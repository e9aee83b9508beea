import type { Currency } from "#kit/money.ts"

/** What anybody sees of an account's money from outside: of a life played in memory, or read from a shop's own books. */
export type SeenMove =
  | {
      readonly kind: "bought"
      readonly today: Temporal.PlainDate
      readonly agreement: string
      readonly terms: SeenTerms
      readonly line: SeenLine
    }
  | {
      readonly kind: "prolonged"
      readonly today: Temporal.PlainDate
      readonly agreement: string
      readonly cycles: number
      readonly line: SeenLine
    }
  | {
      readonly kind: "changed"
      readonly today: Temporal.PlainDate
      readonly agreement: string
      readonly to: { readonly planId: string; readonly unitMinor: bigint }
      /** What was paid for it, period by period, and what went back; neither: it cost too little to be taken. */
      readonly lines: readonly SeenLine[]
      readonly credits: readonly SeenCredit[]
    }
  | {
      readonly kind: "taken back"
      readonly today: Temporal.PlainDate
      readonly agreement: string
      /** The first day of the oldest purchase that went. */
      readonly from: Temporal.PlainDate
      readonly credits: readonly SeenCredit[]
    }
  | {
      /** From which day it stands still by its customer's wish, and from which one it is paid again; null: not at all. */
      readonly kind: "paused"
      readonly agreement: string
      readonly days: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate } | null
    }
  | { readonly kind: "credited"; readonly credits: readonly SeenCredit[] }
  | { readonly kind: "coupon"; readonly id: string; readonly account: string; readonly isGiven: boolean }

/** What was agreed on at the start. */
export interface SeenTerms {
  readonly planId: string
  readonly unitMinor: bigint
  readonly quantity: number
  readonly cycle: string
  readonly coupons: readonly CouponTerms[]
}

export interface CouponTerms {
  readonly id: string
  /** One of the two. */
  readonly percent: number | null
  readonly amountMinor: bigint | null
  readonly periods: number | null
  /** Empty: whatever the plan. */
  readonly planIds: readonly string[]
}

export interface SeenLine {
  readonly id: string
  readonly start: Temporal.PlainDate | null
  readonly end: Temporal.PlainDate | null
  readonly net: bigint
  readonly tax: bigint
  readonly gross: bigint
}

export interface SeenCredit {
  readonly lineId: string
  readonly tax: bigint
  readonly gross: bigint
}

/** A document with its number, in the order in which they were issued. */
export interface SeenPaper {
  readonly kind: "invoice" | "credit_note"
  readonly year: number
  readonly sequence: number
  readonly issuedOn: Temporal.PlainDate
  readonly lines: readonly Pick<SeenLine, "net" | "tax" | "gross">[]
  /** What it says it comes to. */
  readonly net: bigint
  readonly tax: bigint
  readonly total: bigint
}

/** What the house gives of its own accord. */
export interface HouseRefund {
  readonly windowDays: number
  readonly basis: "by_days" | "by_days_less_discount" | "used_days_at_list_price"
  readonly feeMinor: bigint
  readonly capPercent: number
}

export interface ShopRules {
  readonly currency: Currency
  readonly taxIncluded: boolean
  readonly taxRate: { readonly numerator: bigint; readonly denominator: bigint }
  readonly latePolicy: "from_the_old_end" | "from_payment"
  /** In days; null: the law of the place gives nothing. */
  readonly withdrawalDays: number | null
  readonly refund: HouseRefund
  /** The least that a gateway takes. */
  readonly leastMinor: bigint
}
