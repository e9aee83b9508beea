import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { listReferencesBeingPaid } from "#payments"
import { subscriptionEnded } from "./events.ts"
import { findOwed } from "./find-owed.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { noteForDigest } from "./note-for-digest.ts"
import { replaceRequest } from "./replace-request.ts"
import { canMove, isRunning, type SubscriptionState } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface SubscriptionEnd {
  readonly state: Extract<SubscriptionState, "cancelled" | "expired">
  readonly reason: string
  /** Whether what it paid for is to go as well; not where that is what ended it. */
  readonly takesSubject: boolean
  /** It goes only once a backup made on this day or later was seen. */
  readonly backupSince?: Temporal.PlainDate | undefined
}

/** Nothing is asked for any longer. Takes its open request back; money that is already on its way for it goes back by itself. */
export async function endSubscription(ctx: Context, id: string, end: SubscriptionEnd): Promise<void> {
  const { subscription, request } = await lockSubscription(ctx, { kind: "all" }, id)
  if (!canMove(subscription.state, end.state)) return
  if (request) {
    const isBeingPaid = await listReferencesBeingPaid(ctx, { kind: "all" }, [request.id])
    if (!isBeingPaid.has(request.id)) await replaceRequest(ctx, request, subscription.id)
  }
  await ctx.db
    .update(subscriptions)
    .set({
      state: end.state,
      endedAt: ctx.clock.now(),
      nextRequestOn: null,
      requestId: null,
      cancelAtEnd: false,
    })
    .where(eq(subscriptions.id, id))
  const { accountId, subject } = subscription
  if (end.state === "expired" && isRunning(subscription)) {
    const owedOn = (await findOwed(ctx, { subscriptionIds: [id] })).get(id)?.dueOn ?? null
    await noteForDigest(ctx, [{ ...subscription, owedOn }], "ended")
  }
  await recordAudit(ctx, {
    act: "billing.subscription-ended",
    subjectId: id,
    accountId,
    reason: end.reason,
    before: { state: subscription.state },
    after: { state: end.state },
  })
  const { state, takesSubject } = end
  const backupSince = end.backupSince?.toString() ?? null
  await announce(ctx, subscriptionEnded, {
    subscriptionId: id,
    accountId,
    subject,
    state,
    takesSubject,
    backupSince,
  })
}
