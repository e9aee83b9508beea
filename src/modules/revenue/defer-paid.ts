import { type SQL, sql } from "drizzle-orm"
import { CHANGE_RULE } from "#billing"
import type { Context } from "#kit/context.ts"
import { type ClosingScope, isWithin } from "./closing-scope.ts"
import type { CurrencySum } from "./post-revenue.ts"
import { deferrals } from "./tables.ts"

/** A day that a thousand times as many were paid on goes on the next: nothing is forgotten. */
const MOST_AT_ONCE = 100_000

/**
 * Takes in what was paid before this day: each stretch of billing that has an invoice, and what a dearer plan cost for
 * the rest of one, once. Without tax: the relation of the line that paid for it, half up, over all pieces of that line.
 */
export async function deferPaid(
  ctx: Context,
  day: Temporal.PlainDate,
  scope: ClosingScope,
): Promise<CurrencySum[]> {
  const { rows } = await ctx.db.execute<CurrencySum & Record<string, unknown>>(sql`
    with undeferred as materialized (
      -- Nearly all have been taken in long ago: only for the few others is looked up what paid for them.
      select p.* from billing.subscription_periods p
      where p.gross_minor > 0 and ${isWithin(scope, sql`p.invoice_id`)}
        and not exists (select from ${deferrals} d where d.tenant_id = p.tenant_id and d.period_id = p.id)
    ), stretches as (
      select p.id, p.invoice_id, l.id as line_id, l.net_minor as line_net, l.gross_minor as line_gross,
        p.start_on, p.end_on, p.gross_minor,
        case when l.subscription_id is null then coalesce(${paidBefore}, 0) else 0 end as before_minor
      from undeferred p
      join billing.subscriptions s on s.tenant_id = p.tenant_id and s.id = p.subscription_id
      left join lateral (${lineThatPaid}) l on true
    union all
      select l.id, l.invoice_id, l.id, l.net_minor, l.gross_minor, l.period_start, l.period_end, l.gross_minor, 0
      from billing.subscription_periods p
      join billing.invoice_lines l on l.tenant_id = p.tenant_id and l.subscription_id = p.subscription_id
        and l.period_end = p.end_on and l.period_start >= p.start_on and l.reason ->> 'rule' = ${CHANGE_RULE}
      where p.changed_on is not null and l.gross_minor > 0 and ${isWithin(scope, sql`l.invoice_id`)}
        and not exists (select from ${deferrals} d where d.tenant_id = l.tenant_id and d.period_id = l.id)
    ), fresh as (
      select 'dfr_' || substr(s.id, 5) as id, s.id as period_id, s.invoice_id, s.line_id, i.currency,
        s.start_on, s.end_on,
        ${netOf(sql`s.before_minor + s.gross_minor`)} - ${netOf(sql`s.before_minor`)} as net_minor
      from stretches s
      join billing.invoices i on i.id = s.invoice_id
      where i.total_minor > 0 and i.issued_on < ${day.toString()}::date
        and not exists (select from billing.invoices o where o.tenant_id = i.tenant_id and o.replaces_id = i.id)
      limit ${MOST_AT_ONCE}
    ), taken as (
      insert into ${deferrals} (id, period_id, invoice_id, line_id, currency, net_minor, start_on, end_on,
        recognised_minor, released_minor, created_at)
      select id, period_id, invoice_id, line_id, currency, net_minor, start_on, end_on, 0, 0,
        ${ctx.clock.now().toString()}::timestamptz
      from fresh where net_minor > 0
      returning currency, net_minor
    )
    select currency, sum(net_minor)::text as minor from taken group by currency order by currency`)
  return rows
}

/** A line names its agreement; the one of a first order stands for all pieces of an item. As billing reads it. */
const lineThatPaid = sql`
  select l.id, l.subscription_id, l.net_minor, l.gross_minor from billing.invoice_lines l
  where l.tenant_id = p.tenant_id and l.invoice_id = p.invoice_id and l.gross_minor > 0
    and case when p.line_id is not null then l.id = p.line_id
      when l.subscription_id is not null then l.subscription_id = p.subscription_id and l.cycles is not null
      else l.reason ->> 'cycle' is not null
        and coalesce(l.reason -> 'facts' ->> 'orderItemId' = s.order_item_id, l.reason ->> 'priceId' = s.price_id)
      end
  order by l.position limit 1`

/** Of the pieces that one line paid for: those that were counted before this one. */
const paidBefore = sql`(
  select sum(q.gross_minor) from billing.subscription_periods q
  join billing.subscriptions o on o.tenant_id = q.tenant_id and o.id = q.subscription_id
  where q.tenant_id = p.tenant_id and q.invoice_id = p.invoice_id and q.id < p.id
    and coalesce(o.order_item_id = s.order_item_id, o.price_id = s.price_id))`

/** Where no line is known, by the whole invoice. */
function netOf(gross: SQL): SQL {
  const [net, total] = [sql`coalesce(s.line_net, i.net_minor)`, sql`coalesce(s.line_gross, i.total_minor)`]
  return sql`floor((2 * (${gross})::numeric * ${net} + ${total}) / (2 * ${total}))::bigint`
}
