import { eq } from "drizzle-orm"
import { getDeliverablePlan, getImage, getLocation } from "#catalog"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { beginBuilding, orderService } from "#provisioning"
import { orderPaid } from "./events.ts"
import { pieceHostname } from "./order.ts"
import { orderItems, type orderRows, orderServices } from "./tables.ts"

/** Creates one service per bought piece and starts building each. Called with the order locked. */
export async function deliverOrder(ctx: Context, order: typeof orderRows.$inferSelect): Promise<void> {
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
