import { and, eq } from "drizzle-orm"
import { releaseStock } from "#catalog"
import type { Context } from "#kit/context.ts"
import { orderItems, orderServices } from "./tables.ts"

/** One of its pieces runs no more: another one can be sold in its place. */
export async function recordServiceEnd(
  ctx: Context,
  fact: { readonly orderId: string; readonly serviceId: string },
): Promise<void> {
  const [piece] = await ctx.db
    .select({ planId: orderItems.planId })
    .from(orderServices)
    .innerJoin(
      orderItems,
      and(eq(orderItems.tenantId, orderServices.tenantId), eq(orderItems.id, orderServices.itemId)),
    )
    .where(and(eq(orderServices.orderId, fact.orderId), eq(orderServices.serviceId, fact.serviceId)))
    .limit(1)
  if (piece) await releaseStock(ctx, { reference: fact.orderId, planId: piece.planId })
}
