import { and, desc, eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { orderItems, orderServices } from "./tables.ts"

/** Who holds the piece of stock that a running service is: the change that brought its plan, or else its order. */
export async function findStockHolder(
  ctx: Context,
  serviceId: string,
): Promise<{ readonly reference: string; readonly planId: string } | undefined> {
  const [change] = await ctx.db
    .select({ reference: planChanges.id, agreed: planChanges.agreed })
    .from(planChanges)
    .where(
      and(
        eq(planChanges.serviceId, serviceId),
        eq(planChanges.state, "applied"),
        // Other options with the same plan took no piece.
        sql`${planChanges.agreed} ->> 'planId' <> ${planChanges.fromPlanId}`,
      ),
    )
    .orderBy(desc(planChanges.appliedAt), desc(planChanges.id))
    .limit(1)
  if (change) return { reference: change.reference, planId: change.agreed.planId }
  const [piece] = await ctx.db
    .select({ reference: orderServices.orderId, planId: orderItems.planId })
    .from(orderServices)
    .innerJoin(
      orderItems,
      and(eq(orderItems.tenantId, orderServices.tenantId), eq(orderItems.id, orderServices.itemId)),
    )
    .where(eq(orderServices.serviceId, serviceId))
    .limit(1)
  return piece
}
