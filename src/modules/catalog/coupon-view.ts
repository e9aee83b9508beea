import { sql } from "drizzle-orm"
import type { z } from "zod"
import { type Coupon, couponState } from "./coupon.ts"
import type { couponShape } from "./coupon-contract.ts"
import { coupons, redemptions } from "./coupon-tables.ts"

export type CouponView = z.infer<typeof couponShape>

/** How often the coupon in this row has been used. By hand: of a select from one table drizzle prints columns bare. */
export const usesOfCoupon = sql<number>`(select count(*)::int from ${redemptions} as used
  where used.tenant_id = ${coupons}.tenant_id and used.coupon_id = ${coupons}.id)`

export function describeCoupon(coupon: Coupon, today: Temporal.PlainDate): CouponView {
  const { tenantId: _tenant, createdBy: _by, startsOn, endsOn, createdAt, ...rest } = coupon
  return {
    ...rest,
    state: couponState(coupon, today),
    startsOn: startsOn?.toString() ?? null,
    endsOn: endsOn?.toString() ?? null,
    createdAt: createdAt.toString(),
  }
}
