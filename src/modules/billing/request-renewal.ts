import { inArray } from "drizzle-orm"
import { recordAudit } from "#audit"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { paymentRequested } from "./events.ts"
import { noteForDigest } from "./note-for-digest.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { planDueDay, planRenewalLines } from "./renewal-lines.ts"
import { requestPayment } from "./request-payment.ts"
import type { RunningSubscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Asks for the next time of subscriptions of one account and currency, on one request. Called with their rows locked. */
export async function requestRenewal(
  ctx: Context,
  group: readonly RunningSubscription[],
  wish: { readonly purpose: "renewal" | "extension"; readonly cycles: number } = {
    purpose: "renewal",
    cycles: 1,
  },
): Promise<PaymentRequest> {
  const [first] = group
  if (!first) throw new Error("A request to pay for nothing.")
  const { accountId } = first
  const { language } = await getAccount(ctx, accountId)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const request = await requestPayment(ctx, {
    accountId,
    orderId: null,
    purpose: wish.purpose,
    currency: first.unit.currency,
    dueOn: planDueDay(group, today),
    lines: planRenewalLines(group, wish.cycles, language),
  })
  const ids = group.map((one) => one.id)
  await ctx.db
    .update(subscriptions)
    .set({
      requestId: request.id,
      trouble: null,
      // An extension that nobody pays must not swallow the renewal: that one's day stays as it is.
      ...(wish.purpose === "renewal" ? { nextRequestOn: null } : {}),
    })
    .where(inArray(subscriptions.id, ids))
  if (wish.purpose === "renewal") await noteForDigest(ctx, group, "request")
  await recordAudit(ctx, {
    act: "billing.renewal-requested",
    subjectId: request.id,
    accountId,
    after: { purpose: wish.purpose, subscriptionIds: ids, cycles: wish.cycles, total: toWire(request.total) },
  })
  await announce(ctx, paymentRequested, {
    requestId: request.id,
    accountId,
    purpose: wish.purpose,
    subscriptionIds: ids,
  })
  return request
}
