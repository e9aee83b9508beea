import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { releaseCoupons, releaseStock } from "#catalog"
import type { Context } from "#kit/context.ts"
import { canMove } from "./order.ts"
import { lockOrder } from "./queries.ts"
import { orderRows } from "./tables.ts"

/** Nobody will be asked for its money any more. Told twice, it happens once. */
export async function recordWithdrawal(
  ctx: Context,
  fact: { readonly orderId: string; readonly reason: string },
): Promise<void> {
  const order = await lockOrder(ctx, { kind: "all" }, fact.orderId)
  if (!canMove(order.state, "withdrawn")) return
  await ctx.db.update(orderRows).set({ state: "withdrawn" }).where(eq(orderRows.id, order.id))
  await releaseStock(ctx, { reference: order.id })
  await releaseCoupons(ctx, order.id)
  await recordAudit(ctx, {
    act: "orders.withdrawn",
    subjectId: order.id,
    accountId: order.accountId,
    reason: fact.reason,
    before: { state: order.state },
    after: { state: "withdrawn" },
  })
}
