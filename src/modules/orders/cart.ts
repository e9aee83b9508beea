import { createHash } from "node:crypto"
import type { z } from "zod"
import type { SellablePlan } from "#catalog"
import type { cartItemInput, cartShape } from "./contract.ts"
import type { cartItems, carts } from "./tables.ts"

export type CartView = z.infer<typeof cartShape>
export type CartItemInput = z.infer<typeof cartItemInput>
export type Cart = typeof carts.$inferSelect
export type CartItem = typeof cartItems.$inferSelect

/** Twenty lines: more than anyone has bought at once, few enough to price on every look. */
export const MOST_CART_LINES = 20

export interface PricedItem {
  readonly item: CartItem
  readonly plan: SellablePlan
}

/** Only the hash is kept: whoever reads the table can't take a cart over. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url")
}
