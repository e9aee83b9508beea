import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { getSettings } from "#tenancy"
import { changeCoupon } from "./change-coupon.ts"
import type { couponsContract } from "./coupon-contract.ts"
import { describeCoupon } from "./coupon-view.ts"
import { createCoupon } from "./create-coupon.ts"
import { getCoupon } from "./get-coupon.ts"
import { listCoupons } from "./list-coupons.ts"
import { listRedemptions } from "./list-redemptions.ts"

const reads = permit("catalog.coupons.read")
const writes = permit("catalog.coupons.write")

export const couponAnswers: Answers<typeof couponsContract> = {
  list: answer(reads, async (ctx, input) => {
    const today = ctx.clock.today((await getSettings(ctx)).timeZone)
    const { items, next } = await listCoupons(ctx, within(ctx.actor), input)
    return { items: items.map((coupon) => describeCoupon(coupon, today)), next }
  }),
  get: answer(reads, (ctx, { id }) => getCoupon(ctx, id)),
  create: answer(writes, async (ctx, input) => {
    const { couponId } = await createCoupon(ctx, input)
    return getCoupon(ctx, couponId)
  }),
  save: answer(writes, async (ctx, input) => {
    await changeCoupon(ctx, input)
    return getCoupon(ctx, input.id)
  }),
  redemptions: answer(reads, async (ctx, input) => {
    await getCoupon(ctx, input.id)
    return listRedemptions(ctx, within(ctx.actor), input)
  }),
}
