import { type Money, subtract } from "#kit/money.ts"
import { isPayable, type PaymentRequest } from "./payment-request.ts"

export type SettlementPlan =
  /** The rest of the total is paid by the customer's credit. */
  | { readonly act: "issue"; readonly fromCredit: Money }
  /** Its invoice is out already, on terms: it is paid. */
  | { readonly act: "apply"; readonly fromCredit: Money }
  | { readonly act: "nothing" }
  /** Nothing to pay here any more: the money goes back by default. */
  | { readonly act: "send-back"; readonly reason: "already_paid" | "withdrawn" }

/**
 * What money that arrived for a request means. Pure; the caller holds the request's row. Without an attempt, credit
 * alone pays it. A page that was opened before credit was set aside brings more than is left, one from the time before
 * it was taken back brings less: credit pays what the money does not.
 */
export function planSettlement(
  request: Pick<PaymentRequest, "id" | "state" | "total" | "credited" | "paidByAttemptId">,
  payment: { readonly attemptId: string | null; readonly amount: Money },
): SettlementPlan {
  if (payment.attemptId !== null && request.paidByAttemptId === payment.attemptId) return { act: "nothing" }
  if (!isPayable(request.state)) {
    if (payment.attemptId === null) return { act: "nothing" }
    return { act: "send-back", reason: request.state === "paid" ? "already_paid" : "withdrawn" }
  }
  const isOdd =
    payment.amount.currency !== request.total.currency || payment.amount.minor > request.total.minor
  if (isOdd || payment.amount.minor < 0n) {
    // Payments compares with what it asked for, so this is a bug of ours: stop, and let a person see it.
    throw new Error(
      `${request.id} asks for ${request.total.minor} ${request.total.currency}, ${payment.attemptId} brought ${payment.amount.minor} ${payment.amount.currency}`,
    )
  }
  const asked = request.credited ? subtract(request.total, request.credited) : request.total
  // Paid at a page that was opened before a credit note took a part back: more than there is to pay.
  if (payment.amount.minor > asked.minor) return { act: "send-back", reason: "already_paid" }
  const fromCredit = subtract(asked, payment.amount)
  return { act: request.state === "billed" ? "apply" : "issue", fromCredit }
}
