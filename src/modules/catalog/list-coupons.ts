import { and } from "drizzle-orm"
import { beginsWith } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import type { Coupon } from "./coupon.ts"
import { coupons } from "./coupon-tables.ts"
import { usesOfCoupon } from "./coupon-view.ts"

export interface CouponFilter extends TimedFilter {
  readonly limit: number
  /** What the code begins with. */
  readonly code?: string | undefined
}

export async function listCoupons(ctx: Context, _reach: Reach, filter: CouponFilter): Promise<Page<Coupon>> {
  const { after, orderBy } = keysetOf(filter, coupons.createdAt, coupons.id)
  const rows = await ctx.db
    .select({ coupon: coupons, uses: usesOfCoupon })
    .from(coupons)
    .where(and(after, filter.code ? beginsWith(coupons.code, filter.code.trim().toUpperCase()) : undefined))
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, ({ coupon }) => [coupon.createdAt.toString(), coupon.id])
  return { items: page.items.map((row) => ({ ...row.coupon, uses: row.uses })), next: page.next }
}
