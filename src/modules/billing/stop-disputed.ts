import { and, eq, inArray, isNull } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { findPaymentRequest } from "./queries.ts"
import { replaceRequest } from "./replace-request.ts"
import { STOPPED_BY_DISPUTE } from "./subscription.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"
import { invoiceLines } from "./tables.ts"

/** More than one invoice pays for. */
const MOST = 500

/**
 * What was paid was given back by the card's bank: by the shop's policy nothing more is asked for what it paid for, and it
 * is to stand still. Answers what that is. The invoice stays as it was issued and paid: a loss is no reason for a credit
 * note.
 */
export async function stopDisputed(ctx: Context, reference: string): Promise<readonly string[]> {
  const { lostDispute } = await getCollectingPolicy(ctx)
  if (lostDispute === "keep") return []
  const request = await findPaymentRequest(ctx, { kind: "all" }, reference)
  if (!request?.invoiceId) return []
  const stopped: string[] = []
  const orderId = request.purpose === "order" ? request.orderId : null
  for (const id of await listPaidBy(ctx, { invoiceId: request.invoiceId, orderId })) {
    stopped.push(await stopAsking(ctx, id))
  }
  return stopped
}

/** Everything that runs and that this invoice paid for, a part of its time or all; of an order what is still being built, too. */
async function listPaidBy(
  ctx: Context,
  { invoiceId, orderId }: { readonly invoiceId: string; readonly orderId: string | null },
): Promise<string[]> {
  const periods = await ctx.db
    .select({ id: subscriptionPeriods.subscriptionId })
    .from(subscriptionPeriods)
    .where(eq(subscriptionPeriods.invoiceId, invoiceId))
    .limit(MOST)
  const lines = await ctx.db
    .select({ id: invoiceLines.subscriptionId })
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .limit(MOST)
  const ordered = orderId
    ? await ctx.db
        .select({ id: subscriptions.id })
        .from(subscriptions)
        .where(eq(subscriptions.orderId, orderId))
        .limit(MOST)
    : []
  const ids = new Set([...periods, ...lines, ...ordered].flatMap(({ id }) => id ?? []))
  if (ids.size === 0) return []
  const rows = await ctx.db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(and(isNull(subscriptions.endedAt), inArray(subscriptions.id, [...ids])))
    .orderBy(subscriptions.id)
    .limit(MOST)
  return rows.map(({ id }) => id)
}

async function stopAsking(ctx: Context, id: string): Promise<string> {
  const { subscription, request } = await lockSubscription(ctx, { kind: "all" }, id)
  if (subscription.cancelAtEnd) return subscription.subject
  if (request) await replaceRequest(ctx, request, id)
  await ctx.db
    .update(subscriptions)
    .set({
      cancelAtEnd: true,
      cancelReason: STOPPED_BY_DISPUTE,
      cancelAskedAt: ctx.clock.now(),
      requestId: null,
      nextRequestOn: null,
    })
    .where(eq(subscriptions.id, id))
  await recordAudit(ctx, {
    act: "billing.subscription-stopped",
    subjectId: id,
    accountId: subscription.accountId,
    reason: "Its payment was disputed, and the card's bank gave it back.",
    before: { cancelAtEnd: false },
    after: { cancelAtEnd: true },
  })
  return subscription.subject
}
