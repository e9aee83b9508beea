import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { endSubscription } from "./end-subscription.ts"
import { billingRefusals } from "./errors.ts"
import { subscriptionCancelled } from "./events.ts"
import { getSubscription } from "./get-subscription.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { isPaidBeyondPause } from "./pause.ts"
import { lastDayOf } from "./period.ts"
import { replaceRequest } from "./replace-request.ts"
import type { StayKind } from "./stay-contract.ts"
import { isRunning, type Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface CancelWish {
  readonly id: string
  readonly at: "end" | "now"
  readonly reason?: string | undefined
  readonly comment?: string | undefined
  /** What was offered beside it. */
  readonly offered?: StayKind | undefined
}

/** Gives it up: on its last day, as long as there is one to come, or at once. */
export async function cancelSubscription(ctx: Context, wish: CancelWish): Promise<Subscription> {
  const reach = within(ctx.actor)
  const { subscription, request } = await lockSubscription(ctx, reach, wish.id)
  if (!isRunning(subscription)) {
    return billingRefusals.refuse("billing.subscription_not_running", {
      id: wish.id,
      state: subscription.state,
    })
  }
  // What is overdue has no paid day left to wait for.
  const hasDaysLeft = subscription.state === "active" || subscription.state === "trialing"
  const isAtOnce = wish.at === "now" || !hasDaysLeft
  if (subscription.cancelAtEnd && !isAtOnce) return subscription
  if (request) await replaceRequest(ctx, request, subscription.id)
  const { accountId } = subscription
  const { offered } = wish
  const cancelled = {
    cancelReason: wish.reason ?? null,
    cancelComment: wish.comment ?? null,
    cancelAskedAt: ctx.clock.now(),
  }
  await ctx.db
    .update(subscriptions)
    .set({
      ...cancelled,
      cancelAtEnd: !isAtOnce,
      // What ends need not stand still before, unless the time after it is paid.
      ...(isAtOnce || isPaidBeyondPause(subscription) ? {} : { pauseFrom: null, pauseUntil: null }),
      requestId: null,
      nextRequestOn: null,
    })
    .where(eq(subscriptions.id, wish.id))
  await recordAudit(ctx, {
    act: "billing.subscription-cancelled",
    subjectId: wish.id,
    accountId,
    reason: wish.reason ?? null,
    before: { cancelAtEnd: subscription.cancelAtEnd },
    after: { at: isAtOnce ? "now" : "end", ...(offered ? { offered } : {}) },
  })
  const lastDay = isAtOnce ? null : lastDayOf(subscription.periodEnd).toString()
  await announce(ctx, subscriptionCancelled, { subscriptionId: wish.id, accountId, lastDay, offered })
  if (isAtOnce) {
    const reason = wish.reason ?? "Cancelled at once."
    await endSubscription(ctx, wish.id, { state: "cancelled", reason, takesSubject: true })
  }
  return getSubscription(ctx, reach, wish.id)
}
