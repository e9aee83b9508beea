import { planDocument } from "#billing"
import type { Context } from "#kit/context.ts"
import { times, toWire } from "#kit/money.ts"
import { sayRefusal } from "#kit/refusal.ts"
import { getSettings } from "#tenancy"
import type { Cart, CartView } from "./cart.ts"
import { planOrderLines } from "./order-lines.ts"
import { type PricedCart, priceItems } from "./price-items.ts"
import { getCart } from "./queries.ts"

export async function readCart(ctx: Context, token: string): Promise<CartView> {
  const cart = await getCart(ctx, { kind: "all" }, token)
  return describeCart(ctx, token, cart, await priceItems(ctx, cart))
}

async function describeCart(
  ctx: Context,
  token: string,
  cart: Cart,
  { priced, gone }: PricedCart,
): Promise<CartView> {
  const settings = await getSettings(ctx)
  const document = planDocument({
    currency: cart.currency,
    settings,
    lines: priced.flatMap((one) => planOrderLines(one, ctx.language)),
  })
  return {
    token,
    currency: cart.currency,
    orderId: cart.orderId,
    items: priced.map(({ item, plan }) => ({
      id: item.id,
      planId: item.planId,
      cycle: item.cycle,
      locationId: item.locationId,
      imageId: item.imageId,
      hostname: item.hostname,
      quantity: item.quantity,
      planName: plan.planName,
      before:
        plan.seen && plan.versionId !== item.versionId
          ? { unit: toWire(plan.seen.unit), setupFee: toWire(plan.seen.setupFee) }
          : null,
      unit: toWire(plan.unit),
      setupFee: toWire(plan.setupFee),
      total: toWire(
        times({ ...plan.unit, minor: plan.unit.minor + plan.setupFee.minor }, BigInt(item.quantity)),
      ),
    })),
    gone: gone.map(({ item, refusal }) => ({
      id: item.id,
      hostname: item.hostname,
      why: sayRefusal(refusal, ctx.language),
    })),
    net: toWire(document.net),
    tax: toWire(document.tax),
    total: toWire(document.total),
  }
}
