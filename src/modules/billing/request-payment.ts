import type { Context } from "#kit/context.ts"
import { openTax, seeConnection } from "#tax"
import { getSettings } from "#tenancy"
import type { PaymentRequest } from "./payment-request.ts"
import { type NewPaymentRequest, planPaymentRequest } from "./plan-payment-request.ts"
import { writePaymentRequests } from "./write-payment-requests.ts"

/** Asks for money without making a tax document: that comes with the payment. */
export async function requestPayment(ctx: Context, wanted: NewPaymentRequest): Promise<PaymentRequest> {
  const settings = await getSettings(ctx)
  const { newId, clock } = ctx
  const decided = (await openTax(ctx, settings, [wanted.accountId])).ofAccount(wanted.accountId)
  const tax = { ...decided, snapshot: seeConnection(ctx, decided.snapshot) }
  const at = { tax, newId, now: clock.now(), today: clock.today(settings.timeZone) }
  const [request] = await writePaymentRequests(ctx, [planPaymentRequest(wanted, at)])
  if (!request) throw new Error("A request that was written is not there.")
  return request
}
