import { eq } from "drizzle-orm"
import { holdCredit, isCreditApplied } from "#credit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { listReferencesBeingPaid } from "#payments"
import { isPayable, type PaymentRequest } from "./payment-request.ts"
import { getPaymentRequest } from "./queries.ts"
import { settlePaymentRequest } from "./settle-payment-request.ts"
import { paymentRequests } from "./tables.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * Before a gateway is asked: credit is set aside for the request, as much as there is. Where that is all of it, it is
 * paid at once. Nothing changes while a payment runs, for its page shows a sum already, nor where the shop uses no
 * credit. The request's row is held: a payment that begins or arrives at this moment waits, or was first.
 */
export async function useCredit(
  ctx: Context,
  id: string,
  reach: Reach = within(ctx.actor),
): Promise<PaymentRequest> {
  const request = await getPaymentRequest(ctx, reach, id, "update")
  if (!isPayable(request.state) || request.fromCredit.minor > 0n) return request
  if (!(await isCreditApplied(ctx, wholeHouse))) return request
  if ((await listReferencesBeingPaid(ctx, wholeHouse, [id])).has(id)) return request
  const held = await holdCredit(ctx, { reference: id, accountId: request.accountId, most: request.left })
  if (held.minor === 0n) return request
  await ctx.db.update(paymentRequests).set({ fromCreditMinor: held.minor }).where(eq(paymentRequests.id, id))
  if (held.minor === request.left.minor) {
    const amount = money(0n, request.total.currency)
    await settlePaymentRequest(ctx, { reference: id, attemptId: null, amount })
  }
  return getPaymentRequest(ctx, wholeHouse, id)
}
