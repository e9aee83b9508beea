import { type Coupon, catalogRefusals, findBar, listCouponsByCode, withArm } from "#catalog"
import type { Context } from "#kit/context.ts"
import type { Refusal } from "#kit/refusal.ts"
import { getSettings } from "#tenancy"
import type { Cart, CartLine } from "./cart.ts"
import { type CouponEffect, discountItems, effectsOf } from "./discount-items.ts"
import { orderRefusals } from "./errors.ts"
import { type PricedCart, priceItems } from "./price-items.ts"
import { withTrials } from "./with-trials.ts"

export interface DiscountedCart {
  readonly items: readonly CartLine[]
  readonly gone: PricedCart["gone"]
  /** What was typed in: counting, or why not. */
  readonly coupons: readonly { readonly code: string; readonly refusal: Refusal | null }[]
  readonly effects: readonly CouponEffect[]
}

/** Everything in the cart as it would be charged now. Who orders is not known yet: that is asked when it is ordered. */
export async function priceCart(ctx: Context, cart: Cart): Promise<DiscountedCart> {
  const { priced, gone } = await priceItems(ctx, cart)
  if (cart.couponCodes.length === 0) {
    return { items: await withTrials(ctx, discountItems(priced, [])), gone, coupons: [], effects: [] }
  }
  const known = await listCouponsByCode(ctx, { kind: "all" }, cart.couponCodes)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const facts = { today, items: priced.map(({ plan }) => plan) }
  const typed = cart.couponCodes.map((code) => {
    const found = known.find((one) => one.code === code)
    const coupon = found && withArm(found, cart.couponArms[code])
    const bar = coupon ? findBar(coupon, facts) : "coupon_unknown"
    return { code, coupon, refusal: bar ? catalogRefusals.create(`catalog.${bar}`, { code }) : null }
  })
  const counting = typed.flatMap(({ coupon, refusal }) => (coupon && !refusal ? [coupon] : []))
  const items = discountItems(priced, counting)
  const effects = effectsOf(items)
  const coupons = typed.map(({ code, coupon, refusal }) => ({
    code,
    refusal: refusal ?? refuseIdle(coupon, { effects, isEmpty: priced.length === 0 }),
  }))
  return { items: await withTrials(ctx, items), gone, coupons, effects }
}

/** Another one takes more, or there is no set-up fee to be waived: it stays unused, and says so. */
function refuseIdle(
  coupon: Coupon | undefined,
  { effects, isEmpty }: { readonly effects: readonly CouponEffect[]; readonly isEmpty: boolean },
): Refusal | null {
  if (!coupon || isEmpty || effects.some((effect) => effect.coupon.id === coupon.id)) return null
  if (coupon.kind === "setup") return catalogRefusals.create("catalog.coupon_not_for_these")
  return orderRefusals.create("orders.coupon_not_better")
}
