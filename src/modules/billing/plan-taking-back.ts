import { type Money, sum } from "#kit/money.ts"
import type { RefundPlan } from "./plan-refund.ts"

/** A line of an invoice, and what can still be taken back of it. */
export interface PurchasePayment {
  readonly invoiceId: string
  readonly lineId: string
  readonly left: Money
}

/** One payment for some periods of a subscription, and what taking it back would bring. */
export interface Purchase {
  readonly periodId: string
  /** The number of its first cycle. */
  readonly number: number
  readonly start: Temporal.PlainDate
  /** The first day after it. */
  readonly end: Temporal.PlainDate
  readonly paidOn: Temporal.PlainDate
  /** What paid for it: the first payment, and what changes of plan added; newest first. */
  readonly payments: readonly PurchasePayment[]
  readonly paid: Money
  readonly list: Money
  readonly plan: RefundPlan
}

export type TakingBack =
  | {
      /** Newest first: each within what is left of it. */
      readonly purchases: readonly Purchase[]
      readonly amount: Money
      /** One that has not begun only moves the end back; with the running one the whole agreement ends. */
      readonly effect: "end_moves_back" | "ends"
    }
  /** One of them can't be taken back any more. */
  | { readonly refused: Purchase }

/** Nothing is kept behind what is taken back: the chosen purchase goes, and all that were paid for after it. */
export function planTakingBack(
  purchases: readonly Purchase[],
  from: Pick<Purchase, "number">,
  today: Temporal.PlainDate,
): TakingBack | undefined {
  const chosen = purchases
    .filter(({ number }) => number >= from.number)
    .toSorted((one, other) => other.number - one.number)
  const first = chosen.at(-1)
  if (!first) return undefined
  const refused = chosen.find(({ plan }) => plan.pays === null || plan.amount.minor === 0n)
  if (refused) return { refused }
  const hasBegun = Temporal.PlainDate.compare(first.start, today) <= 0
  return {
    purchases: chosen,
    amount: sum(
      first.paid.currency,
      chosen.map(({ plan }) => plan.amount),
    ),
    effect: hasBegun || first.number === 1 ? "ends" : "end_moves_back",
  }
}
