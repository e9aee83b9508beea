import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { CurrencySum } from "./post-revenue.ts"
import { deferrals } from "./tables.ts"

/**
 * What credit notes took back will not be earned any more: of each stretch its share of them, at most what is still
 * to come. The credit note itself took all of it from revenue; this gives back the part that was never there. From the
 * credit note's day on the stretch earns what is left, evenly.
 */
export async function releaseCredited(ctx: Context, day: Temporal.PlainDate): Promise<CurrencySum[]> {
  const { rows } = await ctx.db.execute<CurrencySum & Record<string, unknown>>(sql`
    with credited as (
      select invoice_id, sum(net_minor) as net from billing.credit_notes
      where issued_on < ${day.toString()}::date group by invoice_id
    ), share as (
      select d.id, d.released_minor as before,
        greatest(d.start_on, least(${day.toString()}::date, d.end_on) - 1) as since,
        least(d.net_minor - d.recognised_minor,
          floor(c.net * d.net_minor / sum(d.net_minor) over (partition by d.invoice_id))::bigint) as wanted
      from ${deferrals} d join credited c on c.invoice_id = d.invoice_id
    ), moved as (
      update ${deferrals} t set released_minor = share.wanted, counted_from = share.since,
        counted_minor = t.recognised_minor
      from share where t.id = share.id and share.wanted > share.before
      returning t.currency, share.wanted - share.before as minor
    )
    select currency, sum(minor)::text as minor from moved group by currency order by currency`)
  return rows
}
