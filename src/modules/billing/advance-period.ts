import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type Money, toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { subscriptionRenewed, subscriptionRestored } from "./events.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { planAdvance } from "./plan-advance.ts"
import { priceCycle } from "./price-cycles.ts"
import { type RunningSubscription, standsStill } from "./subscription.ts"
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
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const plan = planAdvance(one, cycles, { today, policy: await getCollectingPolicy(ctx) })
  const { stretch, state, periodNumber } = plan
  const anchor = { anchorOn: stretch.anchorOn, anchorNumber: stretch.anchorNumber }
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
      ...(plan.isPauseOver ? { pauseFrom: null, pauseUntil: null } : {}),
      periodNumber,
      nextMinor: priceCycle(one, periodNumber).charged.minor,
      periodStart: stretch.start,
      periodEnd: stretch.end,
      requestId: null,
      trouble: null,
      nextRequestOn: plan.nextRequestOn,
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
