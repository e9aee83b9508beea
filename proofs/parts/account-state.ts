import type { RunningSubscription } from "#billing"
import type { Book } from "./account-papers.ts"
import type { CouponTerms, SeenMove, ShopRules } from "./account-seen.ts"

/** A shop in which one account lives. */
export interface AccountFacts {
  readonly zone: string
  readonly beginsAt: Temporal.Instant
  readonly rules: ShopRules
  /** A plan's price for one cycle and one piece. */
  readonly plans: readonly bigint[]
  readonly coupons: readonly (CouponTerms & { readonly mostUses: number | null })[]
}

/** What happens, each so many hours after the one before, or before it. Where it can't be done, nothing happens. */
export interface AccountAct {
  readonly hours: number
  readonly kind: "order" | "pay" | "change" | "take back" | "credit"
  /** Which agreement, plan, purchase or coupons are meant. */
  readonly which: number
  readonly other: number
  /** Pieces, cycles, or a share of an amount in hundredths. */
  readonly size: number
}

export interface AccountLife {
  readonly facts: AccountFacts
  readonly book: Book
  readonly moves: SeenMove[]
  /** How often each coupon has been used. */
  readonly uses: Map<string, number>
  readonly agreements: Agreement[]
}

/** A row of an agreement, and of what paid for it. */
export interface Agreement {
  row: RunningSubscription
  readonly periods: PeriodRow[]
}

export interface PeriodRow {
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
  readonly first: number
  readonly cycles: number
  readonly anchorOn: Temporal.PlainDate
  readonly anchorNumber: number
  readonly paidOn: Temporal.PlainDate
  isChanged: boolean
  changedOn?: Temporal.PlainDate
  /** Of the papers' lines, newest first. */
  readonly lineIds: string[]
}

/** The one that is meant, if it goes on. */
export function chosenOf({ agreements }: AccountLife, which: number): Agreement | undefined {
  const running = agreements.filter(({ row }) => row.endedAt === null)
  return running.length === 0 ? undefined : running[which % running.length]
}
