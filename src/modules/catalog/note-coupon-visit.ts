import type { Context } from "#kit/context.ts"
import { chooseArm, hashVisitor } from "./choose-arm.ts"
import type { Coupon } from "./coupon.ts"
import type { CouponArm } from "./coupon-arm.ts"
import { couponVisits } from "./coupon-tables.ts"

/** Somebody typed its code: which arm they get. They are counted once, however often they come. */
export async function noteCouponVisit(
  ctx: Context,
  coupon: Coupon,
  visitor: string,
): Promise<CouponArm["name"] | undefined> {
  const arm = chooseArm(coupon, visitor)
  if (!arm) return undefined
  await ctx.db
    .insert(couponVisits)
    .values({
      id: ctx.newId("cpv"),
      couponId: coupon.id,
      visitorHash: hashVisitor(coupon.id, visitor),
      arm,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
  return arm
}
