import {
  findSubscriptionOf,
  isWorkingTime,
  mailCancellation,
  mailPause,
  mailTakenBack,
  pausePlanned,
  purchaseTakenBack,
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
import { followPaidTime, planChanged, recordStayAnswer } from "#orders"
import { paymentMethodRemoved } from "#payments"
import { followPayment, holdService, releaseHeld, suspendService, terminateService } from "#provisioning"
import { followOptions, followRenewal } from "#repricing"
import { getSettings } from "#tenancy"

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
    name: "orders.record-stay-answer",
    to: subscriptionCancelled,
    react: (ctx, fact) => recordStayAnswer(ctx, fact),
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
    name: "provisioning.suspend-on-taking-back",
    to: purchaseTakenBack,
    // It stops at once; it is deleted by a person or when its time is up, never by a click on a refund page.
    react: async (ctx, { subscriptionId, subject, effect, hold }) => {
      if (effect === "ends" && subject !== subscriptionId) await holdTakenBack(ctx, subject, hold)
    },
  }),
  defineReaction({
    name: "billing.mail-taken-back",
    to: purchaseTakenBack,
    react: (ctx, fact, { id }) => mailTakenBack(ctx, fact, id),
  }),
  defineReaction({
    name: "provisioning.end-with-subscription",
    to: subscriptionEnded,
    react: async (ctx, { subscriptionId, subject, state, takesSubject, backupSince }) => {
      // Set up by staff for what nobody builds here: nothing stands that could go.
      if (subject === subscriptionId) return
      const reason = state === "expired" ? "Not paid for too long." : "Its subscription was cancelled."
      const since = backupSince ? Temporal.PlainDate.from(backupSince) : null
      if (takesSubject) await terminateService(ctx, subject, { reason, backupSince: since })
    },
  }),
]

/**
 * By what the subscription is now and not by which event came: of a suspension and a payment within one moment the
 * later word counts, in whichever order they are told.
 */
async function followSubscription(ctx: Context, subject: string): Promise<void> {
  const found = await findSubscriptionOf(ctx, { kind: "all" }, subject, "update")
  if (found?.id === subject) return
  const reasons = { suspended: "unpaid", paused: "paused" } as const
  const state = found?.state
  await followPayment(ctx, subject, state === "suspended" || state === "paused" ? reasons[state] : undefined)
}

/** Where nothing is kept for a while and somebody is there to see it, it goes at once. */
async function holdTakenBack(
  ctx: Context,
  serviceId: string,
  hold: { readonly releaseOn: string; readonly backupSince: string | null } | null | undefined,
): Promise<void> {
  // Told before there were holds.
  if (!hold) return suspendService(ctx, serviceId, "own_wish")
  const day = (text: string) => Temporal.PlainDate.from(text)
  const { releaseOn, backupSince } = hold
  await holdService(ctx, {
    serviceId,
    releaseOn: day(releaseOn),
    backupSince: backupSince === null ? null : day(backupSince),
  })
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  if (await isWorkingTime(ctx)) await releaseHeld(ctx, today, { serviceId })
}
