import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { CurrencySum } from "./post-revenue.ts"
import { deferrals } from "./tables.ts"

/** A day that a thousand times as many were paid on goes on the next: nothing is forgotten. */
const MOST_AT_ONCE = 100_000

/**
 * Takes in what was paid before this day: each stretch of billing that has an invoice, once. Without tax: the invoice's own
 * relation, half up.
 */
export async function deferPaid(ctx: Context, day: Temporal.PlainDate): Promise<CurrencySum[]> {
  const { rows } = await ctx.db.execute<CurrencySum & Record<string, unknown>>(sql`
    with fresh as (
      select 'dfr_' || substr(p.id, 5) as id, p.id as period_id, p.invoice_id, i.currency, p.start_on, p.end_on,
        floor((2 * p.gross_minor::numeric * i.net_minor + i.total_minor) / (2 * i.total_minor))::bigint as net_minor
      from billing.subscription_periods p
      join billing.invoices i on i.tenant_id = p.tenant_id and i.id = p.invoice_id
      where i.total_minor > 0 and p.gross_minor > 0 and i.issued_on < ${day.toString()}::date
        and not exists (select from ${deferrals} d where d.tenant_id = p.tenant_id and d.period_id = p.id)
      limit ${MOST_AT_ONCE}
    ), taken as (
      insert into ${deferrals} (id, period_id, invoice_id, currency, net_minor, start_on, end_on,
        recognised_minor, released_minor, created_at)
      select id, period_id, invoice_id, currency, net_minor, start_on, end_on, 0, 0,
        ${ctx.clock.now().toString()}::timestamptz
      from fresh where net_minor > 0
      returning currency, net_minor
    )
    select currency, sum(net_minor)::text as minor from taken group by currency order by currency`)
  return rows
}
