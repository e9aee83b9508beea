import { withdrawRequest } from "#billing"
import { type Context, within } from "#kit/context.ts"
import { orderRefusals } from "./errors.ts"
import { canMove } from "./order.ts"
import { getOrder, lockOrder, type OrderView } from "./queries.ts"
import { recordWithdrawal } from "./record-withdrawal.ts"

/** Whoever ordered thinks better of it before paying. Money that is already on its way comes back by itself. */
export async function withdrawOrder(ctx: Context, orderId: string): Promise<OrderView> {
  const reach = within(ctx.actor)
  const order = await lockOrder(ctx, reach, orderId)
  if (!canMove(order.state, "withdrawn")) {
    orderRefusals.refuse("orders.order_not_open", { orderId, state: order.state })
  }
  const reason = ctx.actor.kind === "staff" ? "Withdrawn by the staff." : "Withdrawn by the customer."
  const { paymentRequestId } = order
  if (paymentRequestId) await withdrawRequest(ctx, reach, { id: paymentRequestId, reason })
  await recordWithdrawal(ctx, { orderId, reason })
  return getOrder(ctx, reach, orderId)
}
