import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type ClosingScope, isWithin } from "./closing-scope.ts"
import type { CurrencySum } from "./post-revenue.ts"
import { deferrals } from "./tables.ts"

/**
 * What credit notes took back will not be earned any more: of each stretch its share of what was taken back of the line
 * that paid for it, at most what is still to come. The credit note itself took all of it from revenue; this gives back
 * the part that was never there. From the credit note's day on the stretch earns what is left, evenly.
 */
export async function releaseCredited(
  ctx: Context,
  day: Temporal.PlainDate,
  scope: ClosingScope,
): Promise<CurrencySum[]> {
  const { rows } = await ctx.db.execute<CurrencySum & Record<string, unknown>>(sql`
    with credited as (
      select n.invoice_line_id as paid_by, sum(n.net_minor) as net
      from billing.credit_notes c
      join billing.credit_note_lines n on n.tenant_id = c.tenant_id and n.credit_note_id = c.id
      where c.issued_on < ${day.toString()}::date and ${isWithin(scope, sql`c.invoice_id`)}
      group by n.invoice_line_id
    union all
      select invoice_id, sum(net_minor) from billing.credit_notes
      where issued_on < ${day.toString()}::date and ${isWithin(scope, sql`invoice_id`)}
      group by invoice_id
    ), share as (
      select d.id, d.released_minor as before,
        greatest(d.start_on, least(${day.toString()}::date, d.end_on) - 1) as since,
        least(d.net_minor - d.recognised_minor,
          floor(c.net * d.net_minor / sum(d.net_minor) over (partition by c.paid_by))::bigint) as wanted
      from ${deferrals} d
      -- Where no line is known, what was taken back of its whole invoice.
      join credited c on c.paid_by = coalesce(d.line_id, d.invoice_id)
      where ${isWithin(scope, sql`d.invoice_id`)}
    ), moved as (
      update ${deferrals} t set released_minor = share.wanted, counted_from = share.since,
        counted_minor = t.recognised_minor
      from share where t.id = share.id and share.wanted > share.before and t.released_minor = share.before
      returning t.currency, share.wanted - share.before as minor
    )
    select currency, sum(minor)::text as minor from moved group by currency order by currency`)
  return rows
}
