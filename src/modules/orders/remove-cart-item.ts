import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { CartView } from "./cart.ts"
import { getOpenCart } from "./queries.ts"
import { readCart } from "./read-cart.ts"
import { cartItems } from "./tables.ts"

export async function removeCartItem(ctx: Context, token: string, itemId: string): Promise<CartView> {
  const cart = await getOpenCart(ctx, { kind: "all" }, token)
  await ctx.db.delete(cartItems).where(and(eq(cartItems.cartId, cart.id), eq(cartItems.id, itemId)))
  return readCart(ctx, token)
}
