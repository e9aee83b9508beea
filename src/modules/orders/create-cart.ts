import { randomBytes } from "node:crypto"
import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { type CartView, hashToken } from "./cart.ts"
import { readCart } from "./read-cart.ts"
import { carts } from "./tables.ts"

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
