import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { getDeliverablePlan, getImage, getLocation } from "#catalog"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { beginBuilding, orderService } from "#provisioning"
import { orderRefusals } from "./errors.ts"
import { orderPaid } from "./events.ts"
import { canMove, pieceHostname } from "./order.ts"
import { orderItems, orderRows, orderServices } from "./tables.ts"

/** The invoice is paid: the order goes on, exactly once, however often it is told. */
export async function settleOrder(ctx: Context, fact: { orderId: string; invoiceId: string }): Promise<void> {
  const order = await lockOrder(ctx, fact.orderId)
  const next = order.needsApproval ? "awaiting_approval" : "paid"
  if (order.state !== "awaiting_payment" || !canMove(order.state, next)) return
  await ctx.db
    .update(orderRows)
    .set({ state: next, invoiceId: fact.invoiceId, paidAt: ctx.clock.now() })
    .where(eq(orderRows.id, order.id))
  await recordAudit(ctx, {
    act: "orders.paid",
    subjectId: order.id,
    accountId: order.accountId,
    before: { state: order.state },
    after: { state: next, invoiceId: fact.invoiceId },
  })
  if (next === "paid") await deliver(ctx, order)
}

/** Creates one service per bought piece and starts building each. Called with the order locked. */
export async function deliver(ctx: Context, order: typeof orderRows.$inferSelect): Promise<void> {
  const items = await ctx.db.select().from(orderItems).where(eq(orderItems.orderId, order.id)).limit(20)
  for (const item of items) {
    const plan = await getDeliverablePlan(ctx, item.planId)
    const location = getLocation(plan, item.locationId)
    const image = getImage(plan, item.imageId)
    for (let piece = 1; piece <= item.quantity; piece++) {
      const { serviceId } = await orderService(ctx, {
        accountId: order.accountId,
        orderId: order.id,
        planId: item.planId,
        productType: plan.productType,
        planName: item.planName,
        resources: plan.resources,
        panel: { packageId: plan.packageId, groupId: location.groupId },
        image,
        location,
        hostname: pieceHostname(item.hostname, piece),
      })
      await ctx.db
        .insert(orderServices)
        .values({ id: ctx.newId("osv"), orderId: order.id, itemId: item.id, piece, serviceId })
      await beginBuilding(ctx, serviceId)
    }
  }
  await announce(ctx, orderPaid, { orderId: order.id, accountId: order.accountId })
}

export async function lockOrder(ctx: Context, orderId: string): Promise<typeof orderRows.$inferSelect> {
  const [order] = await ctx.db
    .select()
    .from(orderRows)
    .where(eq(orderRows.id, orderId))
    .limit(1)
    .for("update")
  return order ?? orderRefusals.refuse("orders.order_missing", { orderId })
}
