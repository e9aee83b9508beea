import { eq } from "drizzle-orm"
import { readVatNumber } from "#identity"
import type { Context } from "#kit/context.ts"
import { ensureVatChecks } from "#tax"
import type { CartView } from "./cart.ts"
import type { CartBuyer } from "./contract.ts"
import { getOpenCart } from "./queries.ts"
import { readCart } from "./read-cart.ts"
import { carts } from "./tables.ts"

/** The cart is priced for that buyer from now on. */
export async function saveCartBuyer(ctx: Context, token: string, buyer: CartBuyer): Promise<CartView> {
  const cart = await getOpenCart(ctx, { kind: "all" }, token)
  await ctx.db.update(carts).set({ buyer }).where(eq(carts.id, cart.id))
  const number = readVatNumber(buyer.country, buyer.taxId)
  await ensureVatChecks(ctx, number ? [number] : [])
  return readCart(ctx, token)
}
