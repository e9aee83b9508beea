import { sql } from "drizzle-orm"
import type { z } from "zod"
import { type CouponArm, countCouponVisits, getCoupon } from "#catalog"
import { type Context, within } from "#kit/context.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import type { armResultsShape } from "./contract.ts"
import { orderRows } from "./tables.ts"

interface Sold extends Record<string, unknown> {
  readonly arm: CouponArm["name"]
  readonly currency: Currency
  readonly uses: number
  readonly paid: number
  readonly minor: string
}

/** Of each percent that is compared: who got it, who ordered and paid with it, and what they paid. */
export async function compareArms(ctx: Context, id: string): Promise<z.infer<typeof armResultsShape>> {
  const coupon = await getCoupon(ctx, id)
  const visits = await countCouponVisits(ctx, within(ctx.actor), id)
  const { rows } = await ctx.db.execute<Sold>(sql`
    select used.arm, used.currency, count(*)::int as uses, count(*) filter (where invoice.paid_at is not null)::int as paid,
      coalesce(sum(invoice.total_minor - invoice.credited_minor) filter (where invoice.paid_at is not null), 0)::text as minor
    from catalog.redemptions as used
    join ${orderRows} on ${orderRows.tenantId} = used.tenant_id and ${orderRows.id} = used.order_id
    left join billing.invoices as invoice on invoice.tenant_id = used.tenant_id and invoice.id = ${orderRows.invoiceId}
    where used.coupon_id = ${id} and used.arm is not null
    group by used.arm, used.currency order by used.arm, used.currency`)
  return {
    items: coupon.arms.map(({ name, percent }) => {
      const sold = rows.filter(({ arm }) => arm === name)
      const total = (key: "uses" | "paid") => sold.reduce((sum, row) => sum + row[key], 0)
      return {
        name,
        percent,
        visits: visits.get(name) ?? 0,
        uses: total("uses"),
        paid: total("paid"),
        revenue: sold.map(({ currency, minor }) => toWire(money(BigInt(minor), currency))),
      }
    }),
  }
}
