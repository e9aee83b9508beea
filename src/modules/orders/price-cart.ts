import { type Coupon, catalogRefusals, findBar, listCouponsByCode, suits, withArm } from "#catalog"
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
    return { items: await withTrials(ctx, discountItems(priced, []), []), gone, coupons: [], effects: [] }
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
  const items = await withTrials(ctx, discountItems(priced, counting), counting)
  const effects = effectsOf(items)
  const coupons = typed.map(({ code, coupon, refusal }) => ({
    code,
    refusal: refusal ?? refuseIdle(coupon, { effects, items }),
  }))
  return { items, gone, coupons, effects }
}

/** Another one does more, or there is no set-up fee to be waived and no trial: it stays unused, and says so. */
function refuseIdle(
  coupon: Coupon | undefined,
  { effects, items }: Pick<DiscountedCart, "effects" | "items">,
): Refusal | null {
  if (!coupon || items.length === 0 || effects.some((effect) => effect.coupon.id === coupon.id)) return null
  if (coupon.kind === "setup") return catalogRefusals.create("catalog.coupon_not_for_these")
  if (coupon.kind === "trial") return refuseUntried(coupon, items)
  return orderRefusals.create("orders.coupon_not_better")
}

/** What its buyer could do about it comes first: a plan that could be tried is only not put in to be tried. */
function refuseUntried(coupon: Coupon, items: readonly CartLine[]): Refusal {
  const suiting = items.filter(({ plan }) => suits(coupon, plan))
  if (suiting.some(({ trial }) => trial)) return orderRefusals.create("orders.coupon_not_longer")
  const isOffered = suiting.some(
    ({ item, plan }) => plan.trial && plan.cycle !== "one_time" && !item.wantsTrial,
  )
  return orderRefusals.create(isOffered ? "orders.coupon_trial_not_chosen" : "orders.coupon_no_trial")
}
