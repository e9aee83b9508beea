import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type Money, toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { planRequestDay } from "./collecting-policy.ts"
import { subscriptionRenewed, subscriptionRestored } from "./events.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { priceCycle } from "./price-cycles.ts"
import { planStretch, type Stretch } from "./renewal-lines.ts"
import { canMove, type RunningSubscription, type SubscriptionState, standsStill } from "./subscription.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"

/**
 * So many more cycles are paid. Counted from where the paid time or a pause ended, also when it was paid late. Called
 * with the row locked; a second invoice for the same days is refused by the database.
 */
export async function advancePeriod(
  ctx: Context,
  one: RunningSubscription,
  paid: { readonly cycles: number; readonly invoiceId: string | null; readonly gross: Money },
): Promise<void> {
  const { cycles, invoiceId } = paid
  const stretch = planStretch(one, cycles)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const anchor = { anchorOn: stretch.anchorOn, anchorNumber: stretch.anchorNumber }
  const state = stateAfter(one, stretch, today)
  // Paid ahead, the pause before it is still to come, or goes on.
  const isPauseOver = Temporal.PlainDate.compare(stretch.start, today) <= 0
  await ctx.db.insert(subscriptionPeriods).values({
    id: ctx.newId("spe"),
    subscriptionId: one.id,
    number: one.periodNumber + 1,
    cycles,
    startOn: stretch.start,
    endOn: stretch.end,
    grossMinor: paid.gross.minor,
    invoiceId,
    ...anchor,
    createdAt: ctx.clock.now(),
  })
  await ctx.db
    .update(subscriptions)
    .set({
      state,
      graceUntil: null,
      suspendedOn: state === "active" ? null : one.suspendedOn,
      ...anchor,
      ...(isPauseOver ? { pauseFrom: null, pauseUntil: null } : {}),
      periodNumber: one.periodNumber + cycles,
      nextMinor: priceCycle(one, one.periodNumber + cycles).charged.minor,
      periodStart: stretch.start,
      periodEnd: stretch.end,
      requestId: null,
      trouble: null,
      nextRequestOn: one.cancelAtEnd ? null : planRequestDay(stretch, await getCollectingPolicy(ctx)),
    })
    .where(eq(subscriptions.id, one.id))
  const about = { subscriptionId: one.id, accountId: one.accountId, subject: one.subject }
  await announce(ctx, subscriptionRenewed, { ...about, invoiceId, paidUntil: stretch.end.toString() })
  if (standsStill(one.state) && state === "active") await announce(ctx, subscriptionRestored, about)
  await recordAudit(ctx, {
    act: "billing.subscription-renewed",
    subjectId: one.id,
    accountId: one.accountId,
    before: { state: one.state, periodEnd: one.periodEnd.toString() },
    after: { state, periodEnd: stretch.end.toString(), cycles, invoiceId, gross: toWire(paid.gross) },
  })
}

/** It runs if today is paid by it. What is paid ahead changes nothing before its day. */
function stateAfter(
  one: RunningSubscription,
  { start, end }: Stretch,
  today: Temporal.PlainDate,
): SubscriptionState {
  const isAhead = Temporal.PlainDate.compare(start, today) > 0
  const isPaidUp = Temporal.PlainDate.compare(end, today) > 0
  return isPaidUp && !isAhead && canMove(one.state, "active") ? "active" : one.state
}
