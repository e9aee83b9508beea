import type { Money } from "#kit/money.ts"
import type { DocumentLine } from "./document.ts"

export const requestStates = ["open", "paid", "withdrawn"] as const
export type RequestState = (typeof requestStates)[number]

/** What it was made for: something ordered, the next time of what is used, or more of it wished by the customer. */
export const requestPurposes = ["order", "renewal", "extension", "change"] as const
export type RequestPurpose = (typeof requestPurposes)[number]

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
  /** What a gateway is asked for. */
  readonly left: Money
  readonly lines: readonly (DocumentLine & { readonly id: string })[]
  readonly createdAt: Temporal.Instant
  readonly dueOn: Temporal.PlainDate
}

export const requestMoves: Readonly<Record<RequestState, readonly RequestState[]>> = {
  open: ["paid", "withdrawn"],
  paid: [],
  withdrawn: [],
}

export function canMove(from: RequestState, to: RequestState): boolean {
  return requestMoves[from].includes(to)
}
