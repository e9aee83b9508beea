import type { Context, Reach } from "#kit/context.ts"
import { billingRefusals } from "./errors.ts"
import { getSubscription } from "./get-subscription.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { getPaymentRequest } from "./queries.ts"
import type { Subscription } from "./subscription.ts"

export interface LockedSubscription {
  readonly subscription: Subscription
  /** What asks for its next time, if something does. */
  readonly request: PaymentRequest | undefined
}

/**
 * Holds a subscription together with the request that asks for it. In that order, because a payment takes the request
 * first: two who met the other way round would wait for each other.
 */
export async function lockSubscription(ctx: Context, reach: Reach, id: string): Promise<LockedSubscription> {
  const seen = await getSubscription(ctx, reach, id)
  const request = seen.requestId
    ? await getPaymentRequest(ctx, { kind: "all" }, seen.requestId, "update")
    : undefined
  const subscription = await getSubscription(ctx, reach, id, "update")
  // Somebody paid, extended or was asked between the two looks: what was on the screen is not so any more.
  if (subscription.requestId !== seen.requestId) billingRefusals.refuse("billing.subscription_moved", { id })
  return { subscription, request }
}
