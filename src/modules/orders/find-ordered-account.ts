import { and, eq } from "drizzle-orm"
import type { Transaction } from "#kit/db.ts"
import { hashToken } from "./cart.ts"
import { carts, orderRows } from "./tables.ts"

/** Whose order the cart has become; nothing while it is still a cart. */
export async function findOrderedAccount(db: Transaction, cartToken: string): Promise<string | undefined> {
  const [row] = await db
    .select({ accountId: orderRows.accountId })
    .from(carts)
    .innerJoin(orderRows, and(eq(orderRows.tenantId, carts.tenantId), eq(orderRows.id, carts.orderId)))
    .where(eq(carts.tokenHash, hashToken(cartToken)))
    .limit(1)
  return row?.accountId
}
