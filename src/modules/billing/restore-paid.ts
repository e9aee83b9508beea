import { asc, eq, inArray } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { getSettings } from "#tenancy"
import { subscriptionRestored } from "./events.ts"
import { findOwed } from "./find-owed.ts"
import { canMove, isRunning } from "./subscription.ts"
import { readSubscription } from "./subscription-rows.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"

const MOST_OF_ONE_INVOICE = 500

/**
 * What was missed or suspended for an invoice runs again once it is paid, or not due any more, unless it owes by another
 * one.
 */
export async function restorePaid(
  ctx: Context,
  invoiceId: string,
  reason = "The invoice it owed was paid.",
): Promise<void> {
  const periods = await ctx.db
    .selectDistinct({ id: subscriptionPeriods.subscriptionId })
    .from(subscriptionPeriods)
    .where(eq(subscriptionPeriods.invoiceId, invoiceId))
    .limit(MOST_OF_ONE_INVOICE)
  const ids = periods.map(({ id }) => id)
  if (ids.length === 0) return
  const rows = await ctx.db
    .select()
    .from(subscriptions)
    .where(inArray(subscriptions.id, ids))
    .orderBy(asc(subscriptions.id))
    .limit(MOST_OF_ONE_INVOICE)
    .for("update")
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const overdue = await findOwed(ctx, { subscriptionIds: ids, dueBy: today.subtract({ days: 1 }) })
  for (const one of rows.map(readSubscription).filter(isRunning)) {
    const isPaidUp = Temporal.PlainDate.compare(one.periodEnd, today) > 0
    const isHeldUp = one.state === "past_due" || one.state === "suspended"
    if (!isPaidUp || !isHeldUp || overdue.has(one.id) || !canMove(one.state, "active")) continue
    await ctx.db
      .update(subscriptions)
      .set({ state: "active", suspendedOn: null, graceUntil: null })
      .where(eq(subscriptions.id, one.id))
    await recordAudit(ctx, {
      act: "billing.subscription-resumed",
      subjectId: one.id,
      accountId: one.accountId,
      reason,
      before: { state: one.state },
      after: { state: "active" },
    })
    const { id: subscriptionId, accountId, subject } = one
    if (one.state === "suspended")
      await announce(ctx, subscriptionRestored, { subscriptionId, accountId, subject })
  }
}
