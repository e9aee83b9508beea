import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { lockOrder } from "./queries.ts"
import { orderRows } from "./tables.ts"

/** Something of the order needs a person: the orders list shows it until it is delivered. */
export async function recordOrderTrouble(ctx: Context, fact: { orderId: string }): Promise<void> {
  const order = await lockOrder(ctx, { kind: "all" }, fact.orderId)
  if (order.state === "delivered") return
  await ctx.db.update(orderRows).set({ needsAttention: true }).where(eq(orderRows.id, order.id))
}
