import { eq } from "drizzle-orm"
import { listCouponsByCode, noteCouponVisit } from "#catalog"
import type { Context } from "#kit/context.ts"
import { Refusal } from "#kit/refusal.ts"
import { type Cart, type CartView, MOST_COUPONS } from "./cart.ts"
import { orderRefusals } from "./errors.ts"
import { priceCart } from "./price-cart.ts"
import { getOpenCart } from "./queries.ts"
import { readCart } from "./read-cart.ts"
import { carts } from "./tables.ts"

/** What does not count is said at the field and not kept. Typed twice, it is there once. */
export async function addCartCoupon(ctx: Context, token: string, code: string): Promise<CartView> {
  const cart = await getOpenCart(ctx, { kind: "all" }, token)
  if (cart.couponCodes.includes(code)) return readCart(ctx, token)
  if (cart.couponCodes.length >= MOST_COUPONS) {
    orderRefusals.refuse("orders.coupons_full", { limit: MOST_COUPONS }, { field: "code" })
  }
  const couponCodes = [...cart.couponCodes, code]
  const couponArms = { ...cart.couponArms, ...(await chooseFor(ctx, cart, code)) }
  const { coupons } = await priceCart(ctx, { ...cart, couponCodes, couponArms })
  const refusal = coupons.find((one) => one.code === code)?.refusal
  if (refusal) throw new Refusal(refusal.code, refusal.declaration, refusal.facts, { field: "code" })
  await ctx.db.update(carts).set({ couponCodes, couponArms }).where(eq(carts.id, cart.id))
  return readCart(ctx, token)
}

/** Of percents that are compared, the account's or, before anybody signs in, the cart's own. A refusal takes it back. */
async function chooseFor(ctx: Context, { id }: Cart, code: string): Promise<Cart["couponArms"]> {
  const [coupon] = await listCouponsByCode(ctx, { kind: "all" }, [code])
  if (!coupon || coupon.arms.length === 0) return {}
  const account = ctx.actor.kind === "customer" ? ctx.actor.accountIds[0] : undefined
  const arm = await noteCouponVisit(ctx, coupon, account ?? id)
  return arm ? { [code]: arm } : {}
}
