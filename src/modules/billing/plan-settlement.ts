import { isSame, type Money } from "#kit/money.ts"
import type { PaymentRequest } from "./payment-request.ts"

export type SettlementPlan =
  | { readonly act: "issue" }
  | { readonly act: "nothing" }
  /** Nothing to pay here any more: the money goes back by default. */
  | { readonly act: "send-back"; readonly reason: "already_paid" | "withdrawn" }

/** What money that arrived for a request means. Pure; the caller holds the request's row. */
export function planSettlement(
  request: Pick<PaymentRequest, "id" | "state" | "total" | "paidByAttemptId">,
  payment: { readonly attemptId: string; readonly amount: Money },
): SettlementPlan {
  if (request.paidByAttemptId === payment.attemptId) return { act: "nothing" }
  if (request.state === "paid") return { act: "send-back", reason: "already_paid" }
  if (request.state === "withdrawn") return { act: "send-back", reason: "withdrawn" }
  if (!isSame(request.total, payment.amount)) {
    // Payments compares with what it asked for, so this is a bug of ours: stop, and let a person see it.
    throw new Error(
      `${request.id} asks for ${request.total.minor} ${request.total.currency}, ${payment.attemptId} brought ${payment.amount.minor} ${payment.amount.currency}`,
    )
  }
  return { act: "issue" }
}
