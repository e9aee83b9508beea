import { asc, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Coupon } from "./coupon.ts"
import { coupons } from "./coupon-tables.ts"
import { usesOfCoupon } from "./coupon-view.ts"

/** A code is a secret that whoever holds it may use: no reach narrows who asks for it. */
export async function listCouponsByCode(
  ctx: Context,
  _reach: Reach,
  codes: readonly string[],
): Promise<Coupon[]> {
  if (codes.length === 0) return []
  const rows = await ctx.db
    .select({ coupon: coupons, uses: usesOfCoupon })
    .from(coupons)
    .where(inArray(coupons.code, [...codes]))
    .orderBy(asc(coupons.id))
    .limit(codes.length)
  return rows.map((row) => ({ ...row.coupon, uses: row.uses }))
}
