import type { Context } from "#kit/context.ts"
import { openRenewalPlan, type RenewalWish } from "./open-renewal-plan.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { writeRenewals } from "./write-renewals.ts"

/**
 * Asks for the next time of subscriptions, each group on a request of its own, all of them by the same few statements.
 * Called with their rows locked.
 */
export async function requestRenewals(
  ctx: Context,
  wishes: readonly RenewalWish[],
): Promise<PaymentRequest[]> {
  const accountIds = new Set(wishes.flatMap(({ group }) => group.map(({ accountId }) => accountId)))
  const plan = await openRenewalPlan(ctx, [...accountIds])
  return writeRenewals(ctx, await plan(wishes))
}
