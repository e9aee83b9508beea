import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { releaseCoupons, releaseStock } from "#catalog"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { orderRefusals } from "./errors.ts"
import { orderRejected } from "./events.ts"
import { canMove } from "./order.ts"
import { getOrder, lockOrder, mayGiveBack, type OrderView } from "./queries.ts"
import { orderRows } from "./tables.ts"

/** A held order is refused, or one whose building was taken back: nothing will be built, and what was paid goes back. */
export async function rejectOrder(
  ctx: Context,
  wish: { orderId: string; reason: string },
): Promise<OrderView> {
  const order = await lockOrder(ctx, { kind: "all" }, wish.orderId)
  const isOpen = await mayGiveBack(ctx, { kind: "all" }, wish.orderId)
  if (!isOpen || !canMove(order.state, "rejected")) {
    orderRefusals.refuse("orders.order_not_held", { orderId: order.id, state: order.state })
  }
  await ctx.db
    .update(orderRows)
    .set({ state: "rejected", rejectReason: wish.reason, needsAttention: false })
    .where(eq(orderRows.id, order.id))
  await releaseStock(ctx, { reference: order.id })
  await releaseCoupons(ctx, order.id)
  await recordAudit(ctx, {
    act: "orders.rejected",
    subjectId: order.id,
    accountId: order.accountId,
    reason: wish.reason,
    before: { state: order.state },
    after: { state: "rejected" },
  })
  await announce(ctx, orderRejected, {
    orderId: order.id,
    accountId: order.accountId,
    paymentRequestId: order.paymentRequestId,
    reason: wish.reason,
  })
  return getOrder(ctx, { kind: "all" }, order.id)
}
