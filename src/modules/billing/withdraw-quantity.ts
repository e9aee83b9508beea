import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { findAwaitedQuantity } from "./find-awaited-quantity.ts"
import { quantityChanges } from "./quantity-tables.ts"
import { withdrawRequest } from "./withdraw-request.ts"

const wholeHouse: Reach = { kind: "all" }

/** Whoever chooses again has thought better of the first choice; money that still comes for it goes back. */
export async function withdrawQuantity(ctx: Context, subscriptionId: string): Promise<void> {
  const awaited = await findAwaitedQuantity(ctx, { subscriptionId }, "update")
  if (!awaited) return
  await withdrawRequest(ctx, wholeHouse, {
    id: awaited.paymentRequestId,
    reason: "Another change was chosen.",
  })
  await ctx.db.update(quantityChanges).set({ state: "withdrawn" }).where(eq(quantityChanges.id, awaited.id))
}
