import { recordAudit } from "#audit"
import { actorId, type Context } from "#kit/context.ts"
import { violatedConstraint } from "#kit/db.ts"
import type { CouponRow } from "./coupon.ts"
import { coupons } from "./coupon-tables.ts"
import { catalogRefusals } from "./errors.ts"
import { refuseCouponGaps } from "./refuse-coupon-gaps.ts"

type Kept = "tenantId" | "id" | "createdAt" | "createdBy" | "startsOn" | "endsOn"

export interface NewCoupon extends Omit<CouponRow, Kept> {
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** What it takes off never changes afterwards: somebody may hold the code. */
export async function createCoupon(ctx: Context, wish: NewCoupon): Promise<{ couponId: string }> {
  refuseCouponGaps(wish)
  const couponId = ctx.newId("cpn")
  const { startsOn, endsOn, ...rest } = wish
  const row = {
    ...rest,
    // Of another kind's fields nothing is kept, so that nobody reads them as meant.
    percent: wish.kind === "percent" ? (wish.arms[0]?.percent ?? wish.percent) : null,
    arms: wish.kind === "percent" ? wish.arms : [],
    amounts: wish.kind === "fixed" ? wish.amounts : {},
    periods: wish.kind === "trial" ? null : wish.periods,
    // What takes nothing off a price stands beside whatever does.
    isExclusive: wish.kind === "setup" || wish.kind === "trial" ? false : wish.isExclusive,
    startsOn: startsOn === null ? null : Temporal.PlainDate.from(startsOn),
    endsOn: endsOn === null ? null : Temporal.PlainDate.from(endsOn),
  }
  try {
    await ctx.db
      .insert(coupons)
      .values({ id: couponId, ...row, createdAt: ctx.clock.now(), createdBy: actorId(ctx.actor) })
  } catch (error) {
    if (violatedConstraint(error) !== "coupons_code") throw error
    catalogRefusals.refuse("catalog.coupon_code_taken", { code: wish.code }, { field: "code" })
  }
  await recordAudit(ctx, { act: "catalog.coupon-created", subjectId: couponId, after: { ...wish } })
  return { couponId }
}
