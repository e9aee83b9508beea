import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { deliverOrder } from "./deliver-order.ts"
import { canMove } from "./order.ts"
import { lockOrder } from "./queries.ts"
import { orderRows } from "./tables.ts"

/**
 * The invoice is paid, or came first because the customer is on terms: the order goes on, exactly once, however often it
 * is told. Money that comes for an order that went on before is noted on it.
 */
export async function settleOrder(
  ctx: Context,
  fact: { readonly orderId: string; readonly invoiceId: string; readonly isOwed?: boolean },
): Promise<void> {
  const order = await lockOrder(ctx, { kind: "all" }, fact.orderId)
  const next = order.needsApproval ? "awaiting_approval" : "paid"
  if (order.state !== "awaiting_payment" || !canMove(order.state, next)) {
    return fact.isOwed ? undefined : notePayment(ctx, order)
  }
  const paidAt = fact.isOwed ? null : ctx.clock.now()
  await ctx.db
    .update(orderRows)
    .set({ state: next, invoiceId: fact.invoiceId, paidAt })
    .where(eq(orderRows.id, order.id))
  await recordAudit(ctx, {
    act: fact.isOwed ? "orders.invoiced" : "orders.paid",
    subjectId: order.id,
    accountId: order.accountId,
    before: { state: order.state },
    after: { state: next, invoiceId: fact.invoiceId },
  })
  if (next === "paid") await deliverOrder(ctx, { ...order, invoiceId: fact.invoiceId, paidAt })
}

async function notePayment(ctx: Context, order: typeof orderRows.$inferSelect): Promise<void> {
  if (order.paidAt !== null || order.invoiceId === null) return
  await ctx.db.update(orderRows).set({ paidAt: ctx.clock.now() }).where(eq(orderRows.id, order.id))
  await recordAudit(ctx, {
    act: "orders.paid",
    subjectId: order.id,
    accountId: order.accountId,
    before: { state: order.state },
    after: { state: order.state, invoiceId: order.invoiceId },
  })
}
