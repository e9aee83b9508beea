import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import type { QuantityFacts } from "./load-quantity.ts"
import { replaceRequest } from "./replace-request.ts"
import { subscriptions } from "./subscription-tables.ts"

/** As many as now also from the next time on. Whoever calls has seen that the other number is planned and not paid. */
export async function restoreQuantity(
  ctx: Context,
  { subscription, request, now }: QuantityFacts,
): Promise<void> {
  const { id, accountId, quantity } = subscription
  await ctx.db
    .update(subscriptions)
    .set({ quantity: now, quantityBefore: null, quantityUntil: null })
    .where(eq(subscriptions.id, id))
  if (request) await replaceRequest(ctx, request, "")
  await recordAudit(ctx, {
    act: "billing.quantity-kept",
    subjectId: id,
    accountId,
    before: { quantity },
    after: { quantity: now },
  })
}
