import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { findAwaitedQuantity } from "./find-awaited-quantity.ts"
import { quantityChanges } from "./quantity-tables.ts"

/** Nobody paid for more pieces: they are not waited for any more. */
export async function recordQuantityWithdrawal(
  ctx: Context,
  fact: { readonly paymentRequestId: string },
): Promise<void> {
  const awaited = await findAwaitedQuantity(ctx, fact, "update")
  if (!awaited) return
  await ctx.db.update(quantityChanges).set({ state: "withdrawn" }).where(eq(quantityChanges.id, awaited.id))
}
