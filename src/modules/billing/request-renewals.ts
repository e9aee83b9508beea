import type { Context } from "#kit/context.ts"
import { openRenewalPlan, type RenewalWish } from "./open-renewal-plan.ts"
import { packRenewals } from "./pack-renewals.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { readRequest } from "./request-rows.ts"
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
  const renewals = await plan(wishes)
  const taken = await writeRenewals(ctx, await packRenewals(ctx, renewals))
  return renewals.map(({ planned: { row, lines } }, index) =>
    readRequest({ ...row, number: taken[index]?.number ?? "" }, lines),
  )
}
