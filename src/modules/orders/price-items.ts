import { getSellablePlan } from "#catalog"
import type { Context } from "#kit/context.ts"
import type { Cart, PricedItem } from "./cart.ts"
import { listCartItems } from "./queries.ts"

/** Every line at the price it has now: a cart promises nothing until it is an order. */
export async function priceItems(ctx: Context, cart: Cart): Promise<PricedItem[]> {
  const priced: PricedItem[] = []
  for (const item of await listCartItems(ctx, { kind: "all" }, cart.id)) {
    const plan = await getSellablePlan(ctx, {
      planId: item.planId,
      cycle: item.cycle,
      currency: cart.currency,
    })
    priced.push({ item, plan })
  }
  return priced
}
