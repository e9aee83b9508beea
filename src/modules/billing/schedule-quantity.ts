import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { keepWorth } from "./keep-worth.ts"
import type { QuantityFacts } from "./load-quantity.ts"
import { replaceRequest } from "./replace-request.ts"
import { subscriptions } from "./subscription-tables.ts"

/** So many from the next time on. What is paid keeps its number and its worth; what was asked for is asked for anew. */
export async function scheduleQuantity(
  ctx: Context,
  { subscription, request, now }: QuantityFacts,
  to: number,
): Promise<void> {
  const { id, accountId, periodEnd, unit } = subscription
  await keepWorth(ctx, subscription)
  await ctx.db
    .update(subscriptions)
    .set({
      quantity: to,
      quantityBefore: now,
      quantityUntil: periodEnd,
      expectedMinor: unit.minor,
    })
    .where(eq(subscriptions.id, id))
  if (request) await replaceRequest(ctx, request, "")
  await recordAudit(ctx, {
    act: "billing.quantity-planned",
    subjectId: id,
    accountId,
    before: { quantity: now },
    after: { quantity: to, changeOn: periodEnd.toString() },
  })
}
