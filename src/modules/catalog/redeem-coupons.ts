import { asc, inArray, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import type { Coupon } from "./coupon.ts"
import { coupons, redemptions } from "./coupon-tables.ts"
import { catalogRefusals } from "./errors.ts"

export interface CouponUse {
  readonly coupon: Coupon
  /** What it takes off the order. */
  readonly amount: Money
}

export interface Redeeming {
  readonly orderId: string
  readonly accountId: string
  readonly country: string
  /** Whether the customer has ordered before is the caller's to know. */
  readonly isNewCustomer: boolean
  readonly uses: readonly CouponUse[]
}

/**
 * Uses coupons up, in the transaction that orders. Their rows are locked first, in one order for everybody, and counted
 * after: of two who come for the last use one gets it, and the other reads that it is gone.
 */
export async function redeemCoupons(ctx: Context, wish: Redeeming): Promise<void> {
  if (wish.uses.length === 0) return
  for (const { coupon } of wish.uses) refuseStrangers(coupon, wish)
  const these = inArray(
    coupons.id,
    wish.uses.map(({ coupon }) => coupon.id),
  )
  await ctx.db.select({ id: coupons.id }).from(coupons).where(these).orderBy(asc(coupons.id)).for("update")
  const counts = await ctx.db.select(countsFor(wish.accountId)).from(coupons).where(these)
  for (const { id, code, mostUses, mostPerCustomer, uses, own } of counts) {
    if (mostUses !== null && uses >= mostUses) refuse("catalog.coupon_used_up", id, code)
    if (mostPerCustomer !== null && own >= mostPerCustomer) refuse("catalog.coupon_used_before", id, code)
  }
  const redeemedAt = ctx.clock.now()
  const { orderId, accountId } = wish
  await ctx.db.insert(redemptions).values(
    wish.uses.map(({ coupon, amount }) => ({
      id: ctx.newId("rdm"),
      couponId: coupon.id,
      orderId,
      arm: coupon.arm ?? null,
      accountId,
      currency: amount.currency,
      amountMinor: amount.minor,
      redeemedAt,
    })),
  )
}

function refuseStrangers(coupon: Coupon, { country, isNewCustomer }: Redeeming): void {
  const isHere = coupon.countries.length === 0 || coupon.countries.includes(country)
  if (!isHere) refuse("catalog.coupon_country", coupon.id, coupon.code)
  if (coupon.isForNewCustomers && !isNewCustomer) refuse("catalog.coupon_new_only", coupon.id, coupon.code)
}

type Code = Parameters<typeof catalogRefusals.refuse>[0]

function refuse(why: Code, couponId: string, code: string): never {
  return catalogRefusals.refuse(why, { couponId, code })
}

/**
 * One mailbox is one customer: whoever orders without signing in gets an account per order, and would be new for ever.
 */
function countsFor(accountId: string) {
  return {
    id: coupons.id,
    code: coupons.code,
    mostUses: coupons.mostUses,
    mostPerCustomer: coupons.mostPerCustomer,
    uses: sql<number>`(select count(*)::int from ${redemptions} as used
      where used.tenant_id = ${coupons}.tenant_id and used.coupon_id = ${coupons}.id)`,
    own: sql<number>`(select count(*)::int from ${redemptions} as used
      join identity.accounts as holder on holder.tenant_id = used.tenant_id and holder.id = used.account_id
      join identity.accounts as buyer on buyer.tenant_id = used.tenant_id and buyer.id = ${accountId}
      where used.tenant_id = ${coupons}.tenant_id and used.coupon_id = ${coupons}.id
        and (holder.id = buyer.id or holder.email = buyer.email))`,
  }
}
