import type { Money } from "#kit/money.ts"
import type { TaxSnapshot } from "#tax"
import type { DocumentLine } from "./document.ts"
import type { requestPurposes, requestStates } from "./request-desk-contract.ts"

export type RequestState = (typeof requestStates)[number]

/**
 * What it was made for: something ordered, the next time of what is used, more of it wished by the customer, another plan,
 * or what staff wrote by hand.
 */
export type RequestPurpose = (typeof requestPurposes)[number]

/** On one request, and on the invoice that comes of it: whoever reads one reads all of it. */
export const MOST_LINES = 500

/** A wish to be paid. No tax document: it can be withdrawn and replaced without a trace in the tax books. */
export interface PaymentRequest {
  readonly id: string
  readonly number: string
  readonly state: RequestState
  readonly accountId: string
  readonly orderId: string | null
  readonly purpose: RequestPurpose
  readonly invoiceId: string | null
  readonly paidByAttemptId: string | null
  readonly net: Money
  readonly tax: Money
  readonly total: Money
  /** Of the total: set aside, or used, of the customer's credit. */
  readonly fromCredit: Money
  /** What credit notes took back of it before it was paid. */
  readonly credited?: Money
  /** What a gateway is asked for. */
  readonly left: Money
  readonly lines: readonly (DocumentLine & { readonly id: string })[]
  readonly createdAt: Temporal.Instant
  readonly dueOn: Temporal.PlainDate
  /** What staff say to the customer on it, and the number the customer orders by. */
  readonly note?: string | null
  readonly purchaseOrder?: string | null
  /** What was decided about tax, and why; null on requests of before that was kept. */
  readonly taxDecision?: TaxSnapshot | null
}

export const requestMoves: Readonly<Record<RequestState, readonly RequestState[]>> = {
  open: ["paid", "withdrawn", "billed"],
  /** Its invoice was issued before the money came: on terms. Taken back only as a whole, by credit notes. */
  billed: ["paid", "written_off", "withdrawn"],
  paid: [],
  withdrawn: [],
  written_off: [],
}

/** Something can be paid here. */
export function isPayable(state: RequestState): boolean {
  return state === "open" || state === "billed"
}

export function canMove(from: RequestState, to: RequestState): boolean {
  return requestMoves[from].includes(to)
}
