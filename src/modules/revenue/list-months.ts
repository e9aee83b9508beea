import { sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import type { revenueMonthShape } from "./contract.ts"
import { earnedBy } from "./earned.ts"
import { deferrals } from "./tables.ts"

export type RevenueMonth = z.infer<typeof revenueMonthShape>

/** By the days themselves, so that past and coming months add up to what was paid. Staff only. */
export async function listMonths(
  ctx: Context,
  reach: Reach,
  wish: { readonly back: number; readonly ahead: number },
): Promise<RevenueMonth[]> {
  if (reach.kind !== "all") return []
  const { timeZone } = await getSettings(ctx)
  const now = ctx.clock.today(timeZone).with({ day: 1 })
  const [first, last] = [now.subtract({ months: wish.back }), now.add({ months: wish.ahead })]
  const { rows } = await ctx.db.execute<{
    month: string
    currency: Currency
    earned: string
    deferred: string
  }>(sql`
    with calendar as (
      select day::date as first, (day + interval '1 month')::date as next
      from generate_series(${first.toString()}::date::timestamp, ${last.toString()}::date::timestamp,
        interval '1 month') as day
    )
    select to_char(c.first, 'YYYY-MM') as month, d.currency,
      sum(${earnedBy(sql`c.next`)} - ${earnedBy(sql`c.first`)})::text as earned,
      sum(case when i.issued_on < c.next then d.net_minor - d.released_minor - ${earnedBy(sql`c.next`)} else 0 end)::text
        as deferred
    from calendar c cross join ${deferrals} d
    join billing.invoices i on i.tenant_id = d.tenant_id and i.id = d.invoice_id
    group by c.first, d.currency
    having sum(${earnedBy(sql`c.next`)}) > 0
    order by c.first, d.currency`)
  return rows.map(({ month, currency, earned, deferred }) => ({
    month,
    currency,
    earned: toWire(money(BigInt(earned), currency)),
    deferred: toWire(money(BigInt(deferred), currency)),
  }))
}
