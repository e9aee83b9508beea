import type { DocumentLineInput } from "#billing"
import { type Currency, type Money, money } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { QuotedItem } from "#orders"
import type { quoteStates } from "./quote-contract.ts"

export type QuoteState = (typeof quoteStates)[number]

/** What may follow what. Only what was sent can be answered, and only once. */
export const quoteMoves: Readonly<Record<QuoteState, readonly QuoteState[]>> = {
  draft: ["sent"],
  sent: ["accepted", "declined", "expired", "replaced"],
  accepted: [],
  declined: ["replaced"],
  expired: ["replaced"],
  replaced: [],
}

export function canMove(from: QuoteState, to: QuoteState): boolean {
  return quoteMoves[from].includes(to)
}

/** What a plan was on the day it was written down, so that it is ordered as it was quoted. */
export interface QuotedPlan {
  readonly planId: string
  readonly versionId: string
  readonly priceId: string
  readonly planName: Say
  readonly cycle: QuotedItem["cycle"]
  readonly locationId: string
  readonly imageId: string
  readonly hostname: string
}

export interface QuoteLine {
  readonly words: string
  readonly quantity: number
  readonly unit: Money
  readonly plan: QuotedPlan | null
}

/** The same as JSON keeps it. */
export interface StoredQuoteLine {
  readonly words: string
  readonly quantity: number
  readonly unitMinor: string
  readonly plan: QuotedPlan | null
}

export interface Quote {
  readonly id: string
  readonly number: string | null
  readonly state: QuoteState
  readonly accountId: string
  readonly currency: Currency
  readonly lines: readonly QuoteLine[]
  readonly validUntil: Temporal.PlainDate
  readonly note: string | null
  readonly purchaseOrder: string | null
  readonly replacesId: string | null
  readonly replaces: string | null
  readonly sentAt: Temporal.Instant | null
  readonly answeredAt: Temporal.Instant | null
  readonly declinedBecause: string | null
  readonly orderId: string | null
  readonly requestId: string | null
  readonly content: string | null
  readonly createdAt: Temporal.Instant
}

export function storeQuoteLine({ words, quantity, unit, plan }: QuoteLine): StoredQuoteLine {
  return { words, quantity, unitMinor: unit.minor.toString(), plan }
}

export function readQuoteLine(line: StoredQuoteLine, currency: Currency): QuoteLine {
  return { ...line, unit: money(BigInt(line.unitMinor), currency) }
}

/** As a document takes it: by the shop's own rate. */
export function quotedLine({ words, quantity, unit, plan }: QuoteLine): DocumentLineInput {
  return {
    words,
    planId: plan?.planId ?? null,
    priceId: plan?.priceId ?? null,
    quantity: BigInt(quantity),
    unit,
    cycle: plan?.cycle ?? null,
    rule: plan ? "catalogue price × quantity" : "price as written × quantity",
  }
}

export function quotedItems(lines: readonly QuoteLine[]): QuotedItem[] {
  return lines.flatMap(({ plan, quantity, unit }) => (plan ? [{ ...plan, quantity, unit }] : []))
}
