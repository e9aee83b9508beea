import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { orderRows } from "./tables.ts"

/** Two accounts became one; the name an order was made under stays with it. */
export async function moveOrders(
  ctx: Context,
  accounts: { readonly fromId: string; readonly intoId: string },
): Promise<number> {
  const moved = await ctx.db
    .update(orderRows)
    .set({ accountId: accounts.intoId })
    .where(eq(orderRows.accountId, accounts.fromId))
    .returning({ id: orderRows.id })
  return moved.length
}
