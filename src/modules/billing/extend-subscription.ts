import { type Context, within } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { billingRefusals } from "./errors.ts"
import { isFreeFrom } from "./free-time.ts"
import { isTooFarAhead, MOST_YEARS_AHEAD } from "./is-too-far-ahead.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { nextStart } from "./pause.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { priceCycles } from "./price-cycles.ts"
import { replaceRequest } from "./replace-request.ts"
import { requestRenewal } from "./request-renewal.ts"
import { isRunning } from "./subscription.ts"

/**
 * The customer wants so many further cycles now. Nothing moves until it is paid. What was asked for until now is
 * taken back; others on the same request are asked for again by one of their own.
 */
export async function extendSubscription(
  ctx: Context,
  wish: { readonly id: string; readonly cycles: number },
): Promise<PaymentRequest> {
  const { subscription, request } = await lockSubscription(ctx, within(ctx.actor), wish.id)
  const { periodNumber } = subscription
  if (!isRunning(subscription) || priceCycles(subscription, periodNumber, wish.cycles).minor === 0n) {
    return billingRefusals.refuse("billing.subscription_not_running", {
      id: wish.id,
      state: subscription.state,
    })
  }
  if (isFreeFrom(subscription, nextStart(subscription))) {
    billingRefusals.refuse("billing.subscription_free", { until: subscription.freeUntil?.toString() ?? "" })
  }
  if (subscription.cancelAtEnd)
    billingRefusals.refuse("billing.subscription_to_be_cancelled", { id: wish.id })
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  if (isTooFarAhead(subscription, wish.cycles, today)) {
    billingRefusals.refuse("billing.extension_too_far", { years: MOST_YEARS_AHEAD }, { field: "cycles" })
  }
  if (request) await replaceRequest(ctx, request, subscription.id)
  return requestRenewal(ctx, [subscription], { purpose: "extension", cycles: wish.cycles })
}
