import { createHash, randomBytes } from "node:crypto"
import { and, asc, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import { planDocument } from "#billing"
import { getImage, getLocation, getSellablePlan, type SellablePlan } from "#catalog"
import type { Context } from "#kit/context.ts"
import { type Currency, times, toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import type { cartItemInput, cartShape } from "./contract.ts"
import { orderRefusals } from "./errors.ts"
import { planOrderLines } from "./order-lines.ts"
import { cartItems, carts } from "./tables.ts"

export type CartView = z.infer<typeof cartShape>
export type CartItemInput = z.infer<typeof cartItemInput>
export type Cart = typeof carts.$inferSelect
export type CartItem = typeof cartItems.$inferSelect

/** Twenty lines: more than anyone has bought at once, few enough to price on every look. */
const MOST_LINES = 20

export async function createCart(
  ctx: Context,
  wanted: { currency?: Currency | undefined },
): Promise<CartView> {
  const settings = await getSettings(ctx)
  const currency = settings.currencies.find((code) => code === wanted.currency) ?? settings.defaultCurrency
  // 32 bytes: whoever guesses a token could read a stranger's cart.
  const token = randomBytes(32).toString("base64url")
  await ctx.db
    .insert(carts)
    .values({ id: ctx.newId("crt"), tokenHash: hashToken(token), currency, createdAt: ctx.clock.now() })
  return readCart(ctx, token)
}

export async function readCart(ctx: Context, token: string): Promise<CartView> {
  const cart = await getCart(ctx, token)
  return describeCart(ctx, token, cart, await pricedItems(ctx, cart))
}

export async function addCartItem(ctx: Context, token: string, input: CartItemInput): Promise<CartView> {
  const cart = await getOpenCart(ctx, token)
  const plan = await getSellablePlan(ctx, {
    planId: input.planId,
    cycle: input.cycle,
    currency: cart.currency,
  })
  getLocation(plan, input.locationId)
  getImage(plan, input.imageId)
  const [count] = await ctx.db
    .select({ lines: sql<number>`count(*)::int` })
    .from(cartItems)
    .where(eq(cartItems.cartId, cart.id))
  if ((count?.lines ?? 0) >= MOST_LINES) orderRefusals.refuse("orders.cart_full", { limit: MOST_LINES })
  const { planId, cycle, locationId, imageId, hostname, quantity } = input
  await ctx.db
    .insert(cartItems)
    .values({ id: ctx.newId("cit"), cartId: cart.id, planId, cycle, locationId, imageId, hostname, quantity })
  return readCart(ctx, token)
}

export async function removeCartItem(ctx: Context, token: string, itemId: string): Promise<CartView> {
  const cart = await getOpenCart(ctx, token)
  await ctx.db.delete(cartItems).where(and(eq(cartItems.cartId, cart.id), eq(cartItems.id, itemId)))
  return readCart(ctx, token)
}

/** Locked: two checkouts of one cart must meet here, and the second one must see the first one's order. */
export async function lockCart(ctx: Context, token: string): Promise<Cart> {
  const [cart] = await ctx.db
    .select()
    .from(carts)
    .where(eq(carts.tokenHash, hashToken(token)))
    .limit(1)
    .for("update")
  return cart ?? orderRefusals.refuse("orders.cart_missing")
}

export interface PricedItem {
  readonly item: CartItem
  readonly plan: SellablePlan
}

export async function pricedItems(ctx: Context, cart: Cart): Promise<PricedItem[]> {
  const rows = await ctx.db
    .select()
    .from(cartItems)
    .where(eq(cartItems.cartId, cart.id))
    .orderBy(asc(cartItems.id))
    .limit(MOST_LINES)
  const priced: PricedItem[] = []
  for (const item of rows) {
    const plan = await getSellablePlan(ctx, {
      planId: item.planId,
      cycle: item.cycle,
      currency: cart.currency,
    })
    priced.push({ item, plan })
  }
  return priced
}

async function getCart(ctx: Context, token: string): Promise<Cart> {
  const [cart] = await ctx.db
    .select()
    .from(carts)
    .where(eq(carts.tokenHash, hashToken(token)))
    .limit(1)
  return cart ?? orderRefusals.refuse("orders.cart_missing")
}

async function getOpenCart(ctx: Context, token: string): Promise<Cart> {
  const cart = await lockCart(ctx, token)
  return cart.orderId ? orderRefusals.refuse("orders.cart_already_ordered") : cart
}

async function describeCart(
  ctx: Context,
  token: string,
  cart: Cart,
  priced: PricedItem[],
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
      unit: toWire(plan.unit),
      setupFee: toWire(plan.setupFee),
      total: toWire(
        times({ ...plan.unit, minor: plan.unit.minor + plan.setupFee.minor }, BigInt(item.quantity)),
      ),
    })),
    net: toWire(document.net),
    tax: toWire(document.tax),
    total: toWire(document.total),
  }
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url")
}
