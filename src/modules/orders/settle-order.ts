import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { deliverOrder } from "./deliver-order.ts"
import { canMove } from "./order.ts"
import { lockOrder } from "./queries.ts"
import { orderRows } from "./tables.ts"

/** The invoice is paid: the order goes on, exactly once, however often it is told. */
export async function settleOrder(ctx: Context, fact: { orderId: string; invoiceId: string }): Promise<void> {
  const order = await lockOrder(ctx, { kind: "all" }, fact.orderId)
  const next = order.needsApproval ? "awaiting_approval" : "paid"
  if (order.state !== "awaiting_payment" || !canMove(order.state, next)) return
  const paidAt = ctx.clock.now()
  await ctx.db
    .update(orderRows)
    .set({ state: next, invoiceId: fact.invoiceId, paidAt })
    .where(eq(orderRows.id, order.id))
  await recordAudit(ctx, {
    act: "orders.paid",
    subjectId: order.id,
    accountId: order.accountId,
    before: { state: order.state },
    after: { state: next, invoiceId: fact.invoiceId },
  })
  if (next === "paid") await deliverOrder(ctx, { ...order, invoiceId: fact.invoiceId, paidAt })
}
