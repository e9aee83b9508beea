import type { DocumentLineInput } from "#billing"
import { type Currency, type Money, money, type WireMoney } from "#kit/money.ts"
import type { draftStates } from "./contract.ts"

export type DraftState = (typeof draftStates)[number]

/** A request to pay while staff are writing it: nobody else sees it, and nothing is owed. */
export interface Draft {
  readonly id: string
  readonly state: DraftState
  readonly accountId: string
  readonly currency: Currency
  readonly lines: readonly WrittenLine[]
  readonly dueOn: Temporal.PlainDate | null
  readonly note: string | null
  readonly purchaseOrder: string | null
  readonly requestId: string | null
  readonly createdAt: Temporal.Instant
}

/** What may follow what: sent it has become a request, which has moves of its own. */
export const draftMoves: Readonly<Record<DraftState, readonly DraftState[]>> = { draft: ["sent"], sent: [] }

/** A line as staff wrote it. */
export interface WrittenLine {
  readonly words: string
  readonly quantity: number
  readonly unit: Money
}

/** The same as JSON keeps it. */
export interface StoredWrittenLine {
  readonly words: string
  readonly quantity: number
  readonly unitMinor: string
}

export interface LineWish {
  readonly words: string
  readonly quantity: number
  readonly unit: WireMoney
}

export function storeLine({ words, quantity, unit }: LineWish): StoredWrittenLine {
  return { words, quantity, unitMinor: unit.minor }
}

export function readLine(line: StoredWrittenLine, currency: Currency): WrittenLine {
  return { words: line.words, quantity: line.quantity, unit: money(BigInt(line.unitMinor), currency) }
}

/** As a document takes it: by the shop's own rate, and explained by what was written. */
export function documentLine({ words, quantity, unit }: WrittenLine): DocumentLineInput {
  return {
    words,
    planId: null,
    priceId: null,
    quantity: BigInt(quantity),
    unit,
    cycle: null,
    rule: "price as written × quantity",
  }
}
