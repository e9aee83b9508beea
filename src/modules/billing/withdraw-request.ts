import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { releaseCredit } from "#credit"
import type { Context, Reach } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { billingRefusals } from "./errors.ts"
import { requestWithdrawn } from "./events.ts"
import { canMove } from "./payment-request.ts"
import { getPaymentRequest } from "./queries.ts"
import { releaseSubscriptions } from "./release-subscriptions.ts"
import { releaseUse } from "./release-use.ts"
import { paymentRequests } from "./tables.ts"

/** Takes an unpaid request back. Money that still arrives for it is sent back by default. */
export async function withdrawRequest(
  ctx: Context,
  reach: Reach,
  wanted: { readonly id: string; readonly reason: string },
): Promise<void> {
  const request = await getPaymentRequest(ctx, reach, wanted.id, "update")
  if (request.state === "withdrawn") return
  if (request.state === "billed" || !canMove(request.state, "withdrawn")) {
    billingRefusals.refuse("billing.request_not_open", { requestId: request.id, state: request.state })
  }
  await releaseCredit(ctx, request.id)
  await ctx.db
    .update(paymentRequests)
    .set({ state: "withdrawn", fromCreditMinor: 0n })
    .where(eq(paymentRequests.id, request.id))
  await releaseSubscriptions(ctx, request.id)
  await releaseUse(ctx, request.id)
  await recordAudit(ctx, {
    act: "billing.request-withdrawn",
    subjectId: request.id,
    accountId: request.accountId,
    reason: wanted.reason,
    before: { state: request.state },
    after: { state: "withdrawn" },
  })
  await announce(ctx, requestWithdrawn, {
    requestId: request.id,
    orderId: request.orderId,
    accountId: request.accountId,
    reason: wanted.reason,
  })
}
