import { eq } from "drizzle-orm"
import { type Context, type Reach, within } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { coupons } from "./coupon-tables.ts"
import { type CouponView, describeCoupon, usesOfCoupon } from "./coupon-view.ts"
import { catalogRefusals } from "./errors.ts"

/** Staff alone look: whoever holds a code only uses it. */
export async function getCoupon(
  ctx: Context,
  id: string,
  reach: Reach = within(ctx.actor),
): Promise<CouponView> {
  const [row] =
    reach.kind === "all"
      ? await ctx.db
          .select({ coupon: coupons, uses: usesOfCoupon })
          .from(coupons)
          .where(eq(coupons.id, id))
          .limit(1)
      : []
  if (!row) return catalogRefusals.refuse("catalog.coupon_missing", { id })
  return describeCoupon({ ...row.coupon, uses: row.uses }, ctx.clock.today((await getSettings(ctx)).timeZone))
}
