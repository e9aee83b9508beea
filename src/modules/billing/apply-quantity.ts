import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import type { QuantityFacts } from "./load-quantity.ts"
import type { AddedPieces } from "./plan-quantity.ts"
import { replaceRequest } from "./replace-request.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"

/** So many from that day on, for all the time that is paid: each period remembers what it is worth since. */
export async function applyQuantity(
  ctx: Context,
  of: {
    readonly facts: QuantityFacts
    readonly to: number
    readonly change: AddedPieces
    readonly changeOn: Temporal.PlainDate
  },
): Promise<void> {
  const { facts, to, change, changeOn } = of
  const { subscription, request, now, periods } = facts
  await ctx.db
    .update(subscriptions)
    .set({
      quantity: to,
      quantityBefore: null,
      quantityUntil: null,
      // Whoever chose it knows what one piece costs: the run that asks for more needs nobody's look.
      expectedMinor: subscription.unit.minor,
    })
    .where(eq(subscriptions.id, subscription.id))
  for (const { period, newCharged } of change.parts) {
    const lineId = periods.find(({ periodId }) => periodId === period.periodId)?.lineId ?? null
    await ctx.db
      .update(subscriptionPeriods)
      .set({ changedOn: changeOn, lineId, worthMinor: newCharged.minor })
      .where(eq(subscriptionPeriods.id, period.periodId))
  }
  // Its next time is for as many: what was asked for it is asked for anew, for all on that request.
  if (request) await replaceRequest(ctx, request, "")
  await recordAudit(ctx, {
    act: "billing.quantity-changed",
    subjectId: subscription.id,
    accountId: subscription.accountId,
    before: { quantity: now },
    after: {
      quantity: to,
      changeOn: changeOn.toString(),
      outcome: change.outcome,
      difference: toWire(change.amount),
    },
  })
}
