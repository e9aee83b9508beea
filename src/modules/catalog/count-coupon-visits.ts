import { count, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { CouponArm } from "./coupon-arm.ts"
import { couponVisits } from "./coupon-tables.ts"

/** How many got each arm. Staff alone look. */
export async function countCouponVisits(
  ctx: Context,
  reach: Reach,
  couponId: string,
): Promise<ReadonlyMap<CouponArm["name"], number>> {
  if (reach.kind !== "all") return new Map()
  const rows = await ctx.db
    .select({ arm: couponVisits.arm, visits: count() })
    .from(couponVisits)
    .where(eq(couponVisits.couponId, couponId))
    .groupBy(couponVisits.arm)
  return new Map(rows.map(({ arm, visits }) => [arm, visits]))
}
