import type { Context, Reach } from "#kit/context.ts"
import { isSame } from "#kit/money.ts"
import { creditInvoice } from "./credit-invoice.ts"
import { getInvoice, getPaymentRequest } from "./queries.ts"
import { withdrawRequest } from "./withdraw-request.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * What was ordered won't be delivered: a request without an invoice is withdrawn; of an invoiced one all that is left is
 * taken back, and what was paid goes back the way it came. Told twice, it happens once.
 */
export async function giveBack(
  ctx: Context,
  wanted: { readonly paymentRequestId: string; readonly reason: string },
): Promise<void> {
  const request = await getPaymentRequest(ctx, wholeHouse, wanted.paymentRequestId, "update")
  if (!request.invoiceId) {
    return withdrawRequest(ctx, wholeHouse, { id: request.id, reason: wanted.reason })
  }
  // Given up already: nothing was paid, so nothing goes back.
  if (request.state === "written_off") return
  const { credited, total } = await getInvoice(ctx, wholeHouse, request.invoiceId)
  if (isSame(credited, total)) return
  await creditInvoice(ctx, {
    invoiceId: request.invoiceId,
    key: `request:${request.id}`,
    wish: "rest",
    cause: "not_delivered",
    reason: wanted.reason,
  })
}
