import { and, eq, isNull } from "drizzle-orm"
import { startSubscription } from "#billing"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { orderDelivered } from "./events.ts"
import { canMove } from "./order.ts"
import { lockOrder } from "./queries.ts"
import { orderRows, orderServices } from "./tables.ts"

/** One service of an order is ready; when none is open any more, the order is delivered. */
export async function recordDelivery(
  ctx: Context,
  fact: { orderId: string; serviceId: string },
): Promise<void> {
  const order = await lockOrder(ctx, { kind: "all" }, fact.orderId)
  const deliveredAt = ctx.clock.now()
  await ctx.db
    .update(orderServices)
    .set({ deliveredAt })
    .where(and(eq(orderServices.serviceId, fact.serviceId), isNull(orderServices.deliveredAt)))
  await startSubscription(ctx, { subject: fact.serviceId, activatedAt: deliveredAt })
  const [open] = await ctx.db
    .select({ id: orderServices.id })
    .from(orderServices)
    .where(and(eq(orderServices.orderId, order.id), isNull(orderServices.deliveredAt)))
    .limit(1)
  if (open || !canMove(order.state, "delivered")) return
  await ctx.db
    .update(orderRows)
    .set({ state: "delivered", needsAttention: false })
    .where(eq(orderRows.id, order.id))
  await announce(ctx, orderDelivered, { orderId: order.id, accountId: order.accountId })
}
