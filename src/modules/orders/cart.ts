import { createHash } from "node:crypto"
import type { z } from "zod"
import type { ChosenOption, Coupon, SellablePlan } from "#catalog"
import type { Money } from "#kit/money.ts"
import type { Refusal } from "#kit/refusal.ts"
import type { cartItemInput, cartShape } from "./contract.ts"
import type { cartItems, carts, ItemTrial } from "./tables.ts"

export type CartView = z.infer<typeof cartShape>
export type CartItemInput = z.infer<typeof cartItemInput>
export type Cart = typeof carts.$inferSelect
export type CartItem = typeof cartItems.$inferSelect

/** Twenty lines: more than anyone has bought at once, few enough to price on every look. */
export const MOST_CART_LINES = 20

export interface PricedItem {
  readonly item: CartItem
  readonly plan: SellablePlan
  readonly chosen: readonly ChosenOption[]
}

/** With what its coupons make of it. */
export interface DiscountedItem extends PricedItem {
  /** For one piece and its first cycle. */
  readonly charged: Money
  readonly off: readonly { readonly coupon: Coupon; readonly amount: Money }[]
  readonly setup: Money
  /** Whose word it is that the set-up is free. */
  readonly waiver: Coupon | undefined
}

/** With how it is tried first, or why it isn't. */
export interface CartLine extends DiscountedItem {
  readonly trial: ItemTrial | null
  /** Whose word it is that the trial is longer. */
  readonly longer: Coupon | undefined
  readonly noTrial: Refusal | null
}

/** More would only make a page of reasons. */
export const MOST_COUPONS = 3

/** Only the hash is kept: whoever reads the table can't take a cart over. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url")
}
