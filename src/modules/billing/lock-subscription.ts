import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { billingRefusals } from "./errors.ts"
import { getSubscription } from "./get-subscription.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { getPaymentRequest } from "./queries.ts"
import type { Subscription } from "./subscription.ts"
import { paymentRequests } from "./tables.ts"

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
  if (subscription.requestId === seen.requestId) return { subscription, request }
  // It was asked for between the two looks: that request is taken along, unless whoever pays it has it already.
  const asked = seen.requestId === null ? await takeRequest(ctx, subscription) : undefined
  // Somebody paid or extended: what was on the screen is not so any more.
  return asked
    ? { subscription, request: asked }
    : billingRefusals.refuse("billing.subscription_moved", { id })
}

/** Without waiting for it, because the subscription's row is held already. */
async function takeRequest(ctx: Context, { requestId }: Subscription): Promise<PaymentRequest | undefined> {
  if (!requestId) return undefined
  const [free] = await ctx.db
    .select({ id: paymentRequests.id })
    .from(paymentRequests)
    .where(eq(paymentRequests.id, requestId))
    .for("update", { skipLocked: true })
  return free && getPaymentRequest(ctx, { kind: "all" }, free.id, "update")
}
