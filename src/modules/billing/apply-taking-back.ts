import { desc, eq, inArray } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type Money, toWire } from "#kit/money.ts"
import { planRequestDay } from "./collecting-policy.ts"
import { endSubscription } from "./end-subscription.ts"
import { purchaseTakenBack } from "./events.ts"
import { findHold } from "./find-hold.ts"
import { nextMinorOf } from "./free-time.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import type { LockedSubscription } from "./lock-subscription.ts"
import { nextStart } from "./pause.ts"
import type { HoldPlan } from "./plan-hold.ts"
import type { Purchase } from "./plan-taking-back.ts"
import { countShort } from "./price-cycles.ts"
import { replaceRequest } from "./replace-request.ts"
import type { Subscription } from "./subscription.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"
import { invoiceLines } from "./tables.ts"

export interface TakenBack {
  readonly amount: Money
  readonly effect: "end_moves_back" | "ends"
  readonly creditNoteIds: readonly string[]
}

type TakenPurchase = Pick<Purchase, "periodId" | "number" | "payments">

/**
 * What it means for a subscription that purchases of it were taken back; their money is the caller's. What has not begun
 * only moves the end back; with the running period the agreement ends, and what was delivered is held.
 */
export async function applyTakingBack(
  ctx: Context,
  { subscription, request }: LockedSubscription,
  taken: TakenBack & {
    readonly purchases: readonly TakenPurchase[]
    readonly today: Temporal.PlainDate
    readonly reason: string
  },
): Promise<void> {
  if (taken.effect === "end_moves_back") {
    // What asks for the time after it would ask for a gap.
    if (request) await replaceRequest(ctx, request, subscription.id)
    await moveEndBack(ctx, subscription, taken.purchases)
  }
  const hold = taken.effect === "ends" ? await findHold(ctx, subscription, taken.today) : null
  await recordTakingBack(ctx, subscription, { ...taken, hold })
}

/** As if those periods had never been bought: they may be bought again. */
async function moveEndBack(
  ctx: Context,
  subscription: Subscription,
  purchases: readonly TakenPurchase[],
): Promise<void> {
  const periodNumber = Math.min(...purchases.map(({ number }) => number)) - 1
  await ctx.db.delete(subscriptionPeriods).where(
    inArray(
      subscriptionPeriods.id,
      purchases.map(({ periodId }) => periodId),
    ),
  )
  const { startOn, endOn, anchorOn, anchorNumber } = await findLastPeriod(ctx, subscription)
  const discounts = countShort(subscription.discounts, periodNumber)
  // A pause that was to begin at the end begins at the one it has now.
  const isPauseSooner =
    subscription.pauseFrom && Temporal.PlainDate.compare(endOn, subscription.pauseFrom) < 0
  const pauseFrom = isPauseSooner ? endOn : subscription.pauseFrom
  await ctx.db
    .update(invoiceLines)
    .set({ releasedAt: ctx.clock.now() })
    .where(
      inArray(
        invoiceLines.id,
        purchases.flatMap(({ payments }) => payments.map(({ lineId }) => lineId)),
      ),
    )
  await ctx.db
    .update(subscriptions)
    .set({
      anchorOn,
      anchorNumber,
      periodNumber,
      discounts,
      nextMinor: nextMinorOf({ ...subscription, discounts, periodNumber }, endOn),
      periodStart: startOn,
      periodEnd: endOn,
      pauseFrom,
      nextRequestOn: subscription.cancelAtEnd
        ? null
        : planRequestDay(
            { start: startOn, end: nextStart({ ...subscription, periodEnd: endOn, pauseFrom }) },
            await getCollectingPolicy(ctx),
          ),
      requestId: null,
    })
    .where(eq(subscriptions.id, subscription.id))
}

/** What is left of its paid time: the newest stretch. */
async function findLastPeriod(ctx: Context, { id }: Subscription) {
  const [last] = await ctx.db
    .select()
    .from(subscriptionPeriods)
    .where(eq(subscriptionPeriods.subscriptionId, id))
    .orderBy(desc(subscriptionPeriods.number))
    .limit(1)
  if (!last) throw new Error(`${id} was paid for and never began.`)
  return last
}

async function recordTakingBack(
  ctx: Context,
  subscription: Subscription,
  taken: TakenBack & { readonly hold: HoldPlan | null; readonly reason: string },
): Promise<void> {
  const { id: subscriptionId, accountId, subject } = subscription
  const { effect, hold } = taken
  const amount = toWire(taken.amount)
  await recordAudit(ctx, {
    act: "billing.purchase-taken-back",
    subjectId: subscriptionId,
    accountId,
    before: { state: subscription.state, periodEnd: subscription.periodEnd?.toString() ?? null },
    after: { effect, amount, creditNoteIds: taken.creditNoteIds },
  })
  await announce(ctx, purchaseTakenBack, {
    subscriptionId,
    accountId,
    subject,
    effect,
    amount,
    hold: hold && {
      releaseOn: hold.releaseOn.toString(),
      backupSince: hold.backupSince?.toString() ?? null,
    },
  })
  if (effect === "ends") {
    await endSubscription(ctx, subscriptionId, {
      state: "cancelled",
      reason: taken.reason,
      // It stands still and is kept for a while: nothing is deleted by a click on a refund page.
      takesSubject: false,
    })
  }
}
