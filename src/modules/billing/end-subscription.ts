import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { subscriptionEnded } from "./events.ts"
import { findSubscriptionOf } from "./find-subscription-of.ts"
import { canMove, type SubscriptionState } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/** What it pays for is no more, or never came to be: nothing is asked for any longer. Told twice, it ends once. */
export async function endSubscription(
  ctx: Context,
  fact: {
    readonly subject: string
    readonly state: Extract<SubscriptionState, "cancelled" | "expired">
    readonly reason: string
  },
): Promise<void> {
  const subscription = await findSubscriptionOf(ctx, { kind: "all" }, fact.subject, "update")
  if (!subscription || !canMove(subscription.state, fact.state)) return
  await ctx.db
    .update(subscriptions)
    .set({ state: fact.state, endedAt: ctx.clock.now(), nextRequestOn: null, cancelAtEnd: false })
    .where(eq(subscriptions.id, subscription.id))
  const { id: subscriptionId, accountId, subject } = subscription
  await recordAudit(ctx, {
    act: "billing.subscription-ended",
    subjectId: subscriptionId,
    accountId,
    reason: fact.reason,
    before: { state: subscription.state },
    after: { state: fact.state },
  })
  await announce(ctx, subscriptionEnded, { subscriptionId, accountId, subject, state: fact.state })
}
