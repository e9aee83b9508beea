import {
  findSubscriptionOf,
  mailCancellation,
  mailPause,
  pausePlanned,
  releaseMethod,
  subscriptionCancelled,
  subscriptionEnded,
  subscriptionPaused,
  subscriptionRenewed,
  subscriptionRestored,
  subscriptionSuspended,
} from "#billing"
import type { Context } from "#kit/context.ts"
import { defineReaction } from "#kit/events/events.ts"
import { followPaidTime, planChanged } from "#orders"
import { paymentMethodRemoved } from "#payments"
import { followPayment, terminateService } from "#provisioning"
import { followOptions, followRenewal } from "#repricing"

/** Whether a machine runs follows from whether its time is paid. */
export const subscriptionReactions = [
  defineReaction({
    name: "provisioning.suspend-unpaid",
    to: subscriptionSuspended,
    react: (ctx, { subject }) => followSubscription(ctx, subject),
  }),
  defineReaction({
    name: "provisioning.restore-paid",
    to: subscriptionRestored,
    react: (ctx, { subject }) => followSubscription(ctx, subject),
  }),
  defineReaction({
    name: "provisioning.suspend-paused",
    to: subscriptionPaused,
    react: (ctx, { subject }) => followSubscription(ctx, subject),
  }),
  defineReaction({
    name: "billing.mail-pause",
    to: pausePlanned,
    react: (ctx, fact, { id }) => mailPause(ctx, fact, id),
  }),
  defineReaction({
    name: "billing.mail-cancellation",
    to: subscriptionCancelled,
    react: (ctx, fact, { id }) => mailCancellation(ctx, fact, id),
  }),
  defineReaction({
    name: "repricing.follow-renewal",
    to: subscriptionRenewed,
    // Both in one delivery: every renewal of the house has this event.
    react: async (ctx, { subscriptionId }) => {
      await followPaidTime(ctx, subscriptionId)
      await followRenewal(ctx, subscriptionId)
    },
  }),
  defineReaction({
    name: "repricing.follow-options",
    to: planChanged,
    react: (ctx, fact) => followOptions(ctx, fact),
  }),
  defineReaction({
    name: "billing.release-method",
    to: paymentMethodRemoved,
    react: releaseMethod,
  }),
  defineReaction({
    name: "provisioning.end-with-subscription",
    to: subscriptionEnded,
    react: async (ctx, { subject, state, takesSubject }) => {
      const reason = state === "expired" ? "Not paid for too long." : "Its subscription was cancelled."
      if (takesSubject) await terminateService(ctx, subject, reason)
    },
  }),
]

/**
 * By what the subscription is now and not by which event came: of a suspension and a payment within one moment the
 * later word counts, in whichever order they are told.
 */
async function followSubscription(ctx: Context, subject: string): Promise<void> {
  const found = await findSubscriptionOf(ctx, { kind: "all" }, subject, "update")
  const reasons = { suspended: "unpaid", paused: "paused" } as const
  const state = found?.state
  await followPayment(ctx, subject, state === "suspended" || state === "paused" ? reasons[state] : undefined)
}
