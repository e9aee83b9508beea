import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { coupons } from "./coupon-tables.ts"
import { catalogRefusals } from "./errors.ts"
import { refuseCouponGaps } from "./refuse-coupon-gaps.ts"

export interface CouponBounds {
  readonly id: string
  readonly name: string
  readonly isOn: boolean
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly mostUses: number | null
  readonly mostPerCustomer: number | null
}

/** How long, how often, and whether at all. Below what was used already it takes nothing back; it only ends. */
export async function changeCoupon(ctx: Context, { id, ...after }: CouponBounds): Promise<void> {
  refuseCouponGaps(after)
  const [before] = await ctx.db.select().from(coupons).where(eq(coupons.id, id)).limit(1).for("update")
  if (!before) return catalogRefusals.refuse("catalog.coupon_missing", { id })
  const dayOf = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
  await ctx.db
    .update(coupons)
    .set({ ...after, startsOn: dayOf(after.startsOn), endsOn: dayOf(after.endsOn) })
    .where(eq(coupons.id, id))
  const { name, isOn, startsOn, endsOn, mostUses, mostPerCustomer } = before
  await recordAudit(ctx, {
    act: "catalog.coupon-changed",
    subjectId: id,
    before: {
      name,
      isOn,
      startsOn: startsOn?.toString() ?? null,
      endsOn: endsOn?.toString() ?? null,
      mostUses,
      mostPerCustomer,
    },
    after,
  })
}
