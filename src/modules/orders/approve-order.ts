import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { deliverOrder } from "./deliver-order.ts"
import { orderRefusals } from "./errors.ts"
import { canMove } from "./order.ts"
import { getOrder, lockOrder, type OrderView } from "./queries.ts"
import { orderRows } from "./tables.ts"

/** A held order may be built. Of two operators pressing at once, one does it and the other is told. */
export async function approveOrder(ctx: Context, orderId: string): Promise<OrderView> {
  const order = await lockOrder(ctx, { kind: "all" }, orderId)
  if (order.state !== "awaiting_approval" || !canMove(order.state, "paid")) {
    orderRefusals.refuse("orders.order_not_held", { orderId, state: order.state })
  }
  await ctx.db.update(orderRows).set({ state: "paid" }).where(eq(orderRows.id, orderId))
  await recordAudit(ctx, {
    act: "orders.approved",
    subjectId: orderId,
    accountId: order.accountId,
    before: { state: order.state },
    after: { state: "paid" },
  })
  await deliverOrder(ctx, order)
  return getOrder(ctx, { kind: "all" }, orderId)
}
