import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { deliverOrder } from "./deliver-order.ts"
import { canMove } from "./order.ts"
import { lockOrder } from "./queries.ts"
import { orderRows } from "./tables.ts"

/** An order of which nothing is to be paid now goes on at once: what it brings is tried first. Told twice, it goes on once. */
export async function beginUnasked(ctx: Context, orderId: string): Promise<void> {
  const order = await lockOrder(ctx, { kind: "all" }, orderId)
  const next = order.needsApproval ? "awaiting_approval" : "paid"
  const isUnasked = order.paymentRequestId === null && order.state === "awaiting_payment"
  if (!isUnasked || !canMove(order.state, next)) return
  await ctx.db.update(orderRows).set({ state: next }).where(eq(orderRows.id, order.id))
  await recordAudit(ctx, {
    act: "orders.begun-unpaid",
    subjectId: order.id,
    accountId: order.accountId,
    before: { state: order.state },
    after: { state: next },
  })
  if (next === "paid") await deliverOrder(ctx, order)
}
