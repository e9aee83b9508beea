import { and, eq, isNull } from "drizzle-orm"
import { endSubscriptionOf } from "#billing"
import type { Context } from "#kit/context.ts"
import { recordOrderTrouble } from "./record-order-trouble.ts"
import { orderServices } from "./tables.ts"

/** What was paid and taken back is not settled: a person decides, and giving the money back is now open to them. */
export async function recordUndoneBuild(
  ctx: Context,
  fact: { orderId: string; serviceId: string },
): Promise<void> {
  await recordOrderTrouble(ctx, fact)
  await ctx.db
    .update(orderServices)
    .set({ undoneAt: ctx.clock.now() })
    .where(and(eq(orderServices.serviceId, fact.serviceId), isNull(orderServices.undoneAt)))
  await endSubscriptionOf(ctx, fact.serviceId, "Its building was taken back.")
}
