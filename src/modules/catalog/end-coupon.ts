import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { changeCoupon } from "./change-coupon.ts"
import { coupons } from "./coupon-tables.ts"
import { catalogRefusals } from "./errors.ts"

/** Switched off: whoever used it keeps what it gave. */
export async function endCoupon(ctx: Context, id: string): Promise<void> {
  const [coupon] = await ctx.db.select().from(coupons).where(eq(coupons.id, id)).limit(1).for("update")
  if (!coupon) return catalogRefusals.refuse("catalog.coupon_missing", { id })
  if (!coupon.isOn) return
  const { name, startsOn, endsOn, mostUses, mostPerCustomer } = coupon
  await changeCoupon(ctx, {
    id,
    name,
    isOn: false,
    startsOn: startsOn?.toString() ?? null,
    endsOn: endsOn?.toString() ?? null,
    mostUses,
    mostPerCustomer,
  })
}
