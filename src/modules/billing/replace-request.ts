import { asc, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { listReferencesBeingPaid } from "#payments"
import { billingRefusals } from "./errors.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { requestRenewal } from "./request-renewal.ts"
import { isRunning } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptions } from "./subscription-tables.ts"
import { withdrawRequest } from "./withdraw-request.ts"

/** Takes a request back on behalf of one of its subscriptions; the others get another one at once. */
export async function replaceRequest(ctx: Context, request: PaymentRequest, without: string): Promise<void> {
  const isBeingPaid = await listReferencesBeingPaid(ctx, { kind: "all" }, [request.id])
  if (isBeingPaid.has(request.id)) billingRefusals.refuse("billing.request_being_paid", { id: request.id })
  await withdrawRequest(ctx, { kind: "all" }, { id: request.id, reason: "Replaced by another request." })
  const others = request.lines
    // What was used is asked for again in its own time.
    .filter((line) => line.cycles !== null)
    .map((line) => line.subscriptionId)
    .filter((id): id is string => id !== null && id !== without)
  if (others.length === 0) return
  const rows = await ctx.db
    .select()
    .from(subscriptions)
    .where(inArray(subscriptions.id, others))
    .orderBy(asc(subscriptions.id))
    .limit(others.length)
    .for("update")
  const running = rows
    .map(readSubscription)
    .filter((one) => isRunning(one) && !one.cancelAtEnd)
    .filter(isRunning)
  if (running.length > 0) await requestRenewal(ctx, running)
}
