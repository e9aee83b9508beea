import {
  catalogRefusals,
  chooseOptions,
  getImage,
  getLocation,
  getSellablePlan,
  type SellablePlan,
} from "#catalog"
import type { Context } from "#kit/context.ts"
import { type CartItemInput, type CartView, MOST_CART_LINES } from "./cart.ts"
import { orderRefusals } from "./errors.ts"
import { getOpenCart, listCartItems } from "./queries.ts"
import { readCart } from "./read-cart.ts"
import { cartItems } from "./tables.ts"

export async function addCartItem(ctx: Context, token: string, input: CartItemInput): Promise<CartView> {
  const cart = await getOpenCart(ctx, { kind: "all" }, token)
  const plan = await getSellablePlan(ctx, {
    planId: input.planId,
    cycle: input.cycle,
    currency: cart.currency,
  })
  refuseTooMany(plan, input.quantity)
  if (input.wantsTrial) refuseTrial(plan, input.quantity)
  getLocation(plan, input.locationId)
  getImage(plan, input.imageId)
  chooseOptions(plan.options, input.options, { cycle: input.cycle, currency: cart.currency })
  const lines = await listCartItems(ctx, { kind: "all" }, cart.id)
  if (lines.length >= MOST_CART_LINES) orderRefusals.refuse("orders.cart_full", { limit: MOST_CART_LINES })
  const { planId, cycle, locationId, imageId, hostname, quantity, options, wantsTrial } = input
  await ctx.db.insert(cartItems).values({
    id: ctx.newId("cit"),
    cartId: cart.id,
    planId,
    versionId: plan.versionId,
    priceId: plan.priceId,
    cycle,
    locationId,
    imageId,
    hostname,
    quantity,
    options,
    wantsTrial,
  })
  return readCart(ctx, token)
}

/** What is used before it is paid for is one piece, of a plan that goes on by periods. */
function refuseTrial({ trial, cycle }: SellablePlan, quantity: number): void {
  if (!trial || cycle === "one_time") orderRefusals.refuse("orders.trial_gone", {}, { field: "wantsTrial" })
  if (quantity > 1) orderRefusals.refuse("orders.trial_one_piece", {}, { field: "quantity" })
}

/** Said at once, and decided when it is ordered: until then nothing is reserved. */
function refuseTooMany({ planId, left }: SellablePlan, quantity: number): void {
  if (left === null || quantity <= left) return
  catalogRefusals.refuse("catalog.too_few_left", { planId, left }, { field: "quantity" })
}
