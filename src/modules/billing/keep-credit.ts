import { eq } from "drizzle-orm"
import { releaseCredit } from "#credit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { listReferencesBeingPaid } from "#payments"
import { billingRefusals } from "./errors.ts"
import { isPayable, type PaymentRequest } from "./payment-request.ts"
import { getPaymentRequest } from "./queries.ts"
import { paymentRequests } from "./tables.ts"

/** The customer would rather pay all of it otherwise: what was set aside can be spent again. */
export async function keepCredit(
  ctx: Context,
  id: string,
  reach: Reach = within(ctx.actor),
): Promise<PaymentRequest> {
  const request = await getPaymentRequest(ctx, reach, id, "update")
  if (!isPayable(request.state)) {
    billingRefusals.refuse("billing.request_not_open", { requestId: id, state: request.state })
  }
  const isBeingPaid = (await listReferencesBeingPaid(ctx, { kind: "all" }, [id])).has(id)
  if (isBeingPaid) billingRefusals.refuse("billing.request_being_paid", { requestId: id })
  await releaseCredit(ctx, id)
  await ctx.db.update(paymentRequests).set({ fromCreditMinor: 0n }).where(eq(paymentRequests.id, id))
  return getPaymentRequest(ctx, { kind: "all" }, id)
}
