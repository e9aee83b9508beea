import { eq } from "drizzle-orm"
import { type NewSubscription, openSubscription } from "#billing"
import { getDeliverablePlan, getImage, getLocation, resourcesWith } from "#catalog"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type Money, money } from "#kit/money.ts"
import { beginBuilding, orderService } from "#provisioning"
import { orderPaid } from "./events.ts"
import { chosenIn } from "./item-parts.ts"
import { pieceHostname } from "./order.ts"
import { type Agreement, orderItems, type orderRows, orderServices } from "./tables.ts"

type Item = typeof orderItems.$inferSelect

/** Creates one service per bought piece and starts building each, with the agreement that pays for it. Called with the order locked. */
export async function deliverOrder(ctx: Context, order: typeof orderRows.$inferSelect): Promise<void> {
  const items = await ctx.db.select().from(orderItems).where(eq(orderItems.orderId, order.id)).limit(20)
  for (const item of items) {
    const plan = await getDeliverablePlan(ctx, item.versionId)
    const location = getLocation(plan, item.locationId)
    const image = getImage(plan, item.imageId)
    // Before discounts, and whatever the catalogue says by now.
    const unit = money(item.unitMinor, order.currency)
    for (let piece = 1; piece <= item.quantity; piece++) {
      const { serviceId } = await orderService(ctx, {
        accountId: order.accountId,
        orderId: order.id,
        planId: item.planId,
        productType: plan.productType,
        planName: item.planName,
        resources: resourcesWith(plan.resources, plan.options, chosenIn(item.parts)),
        panel: { packageId: plan.packageId, groupId: location.groupId },
        image,
        location,
        hostname: pieceHostname(item.hostname, piece),
      })
      await ctx.db
        .insert(orderServices)
        .values({ id: ctx.newId("osv"), orderId: order.id, itemId: item.id, piece, serviceId })
      await subscribe(ctx, { order, item, piece, serviceId, unit })
      await beginBuilding(ctx, serviceId)
    }
  }
  await announce(ctx, orderPaid, { orderId: order.id, accountId: order.accountId })
}

async function subscribe(
  ctx: Context,
  of: {
    readonly order: typeof orderRows.$inferSelect
    readonly item: Item
    readonly piece: number
    readonly serviceId: string
    readonly unit: Money
  },
): Promise<void> {
  const { order, item, serviceId, unit } = of
  const hostname = pieceHostname(item.hostname, of.piece)
  await openSubscription(ctx, {
    accountId: order.accountId,
    subject: serviceId,
    orderId: order.id,
    orderItemId: item.id,
    planId: item.planId,
    versionId: item.versionId,
    priceId: item.priceId,
    words: { en: `${item.planName.en} · ${hostname}`, ko: `${item.planName.ko} · ${hostname}` },
    unit,
    parts: item.parts,
    discounts: item.discounts.map(({ minor: _minor, ...kept }) => kept),
    cycle: item.cycle,
    paidAt: order.paidAt ?? ctx.clock.now(),
    firstInvoiceId: item.trial ? null : order.invoiceId,
    trial: trialOf(item, order.agreement),
  })
}

/** What was agreed about charging it counts for what was ordered with it alone. */
function trialOf({ trial }: Item, { trial: agreed }: Agreement): NewSubscription["trial"] {
  if (!trial) return null
  const { days, longer } = trial
  if (!trial.asksMethod || !agreed) return { days, longer, methodId: null, consentedAt: null }
  return {
    days,
    longer,
    methodId: agreed.methodId,
    consentedAt: Temporal.Instant.from(agreed.agreedAt),
  }
}
