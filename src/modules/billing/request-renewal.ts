import type { Context } from "#kit/context.ts"
import type { RenewalWish } from "./open-renewal-plan.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { requestRenewals } from "./request-renewals.ts"
import type { RunningSubscription } from "./subscription.ts"

/** Asks for the next time of subscriptions of one account and currency, on one request. Called with their rows locked. */
export async function requestRenewal(
  ctx: Context,
  group: readonly RunningSubscription[],
  wish: Omit<RenewalWish, "group"> = { purpose: "renewal", cycles: 1 },
): Promise<PaymentRequest> {
  const [request] = await requestRenewals(ctx, [{ group, ...wish }])
  if (!request) throw new Error("A request that was written is not there.")
  return request
}
