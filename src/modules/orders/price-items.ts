import { chooseOptions, getSellablePlan } from "#catalog"
import type { Context } from "#kit/context.ts"
import { Refusal } from "#kit/refusal.ts"
import type { Cart, CartItem, PricedItem } from "./cart.ts"
import { listCartItems } from "./queries.ts"

export interface PricedCart {
  readonly priced: PricedItem[]
  /** What can't be ordered any more since it was put in, and why. */
  readonly gone: { readonly item: CartItem; readonly refusal: Refusal }[]
}

/** Every line at the price it has now: a cart promises nothing until it is an order. */
export async function priceItems(ctx: Context, cart: Cart): Promise<PricedCart> {
  const { priced, gone }: PricedCart = { priced: [], gone: [] }
  for (const item of await listCartItems(ctx, { kind: "all" }, cart.id)) {
    const { planId, cycle, priceId } = item
    try {
      const wish = { planId, cycle, currency: cart.currency, seenPriceId: priceId }
      const plan = await getSellablePlan(ctx, wish)
      priced.push({ item, plan, chosen: chooseOptions(plan.options, item.options, wish) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      gone.push({ item, refusal: error })
    }
  }
  return { priced, gone }
}
