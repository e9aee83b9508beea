import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { CartView } from "./cart.ts"
import { getOpenCart } from "./queries.ts"
import { readCart } from "./read-cart.ts"
import { carts } from "./tables.ts"

export async function removeCartCoupon(ctx: Context, token: string, code: string): Promise<CartView> {
  const cart = await getOpenCart(ctx, { kind: "all" }, token)
  const couponCodes = cart.couponCodes.filter((one) => one !== code)
  await ctx.db.update(carts).set({ couponCodes }).where(eq(carts.id, cart.id))
  return readCart(ctx, token)
}
