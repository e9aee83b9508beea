import { type SQL, sql } from "drizzle-orm"
import { type ClosingScope, isWithin } from "./closing-scope.ts"
import { deferrals } from "./tables.ts"

/** Too many rather than too few; nothing is computed of their amounts, so none of them stands in the way of this. */
export function openInvoices(day: Temporal.PlainDate, scope: ClosingScope): SQL {
  return sql`
    select d.invoice_id as id from ${deferrals} d
    where d.recognised_minor + d.released_minor < d.net_minor and ${isWithin(scope, sql`d.invoice_id`)}
    union
    select i.replaces_id from billing.invoices i
    where i.replaces_id is not null and i.issued_on < ${day.toString()}::date and ${isWithin(scope, sql`i.replaces_id`)}
      and exists (select from ${deferrals} d where d.tenant_id = i.tenant_id and d.invoice_id = i.replaces_id)
    union
    select p.invoice_id from billing.subscription_periods p
    where p.gross_minor > 0 and p.invoice_id is not null and ${isWithin(scope, sql`p.invoice_id`)}
      and not exists (select from ${deferrals} d where d.tenant_id = p.tenant_id and d.period_id = p.id)
    union
    select l.invoice_id from billing.subscription_periods p
    join billing.invoice_lines l on l.tenant_id = p.tenant_id and l.subscription_id = p.subscription_id
      and l.period_end = p.end_on and l.period_start >= p.start_on
    where p.changed_on is not null and l.gross_minor > 0 and ${isWithin(scope, sql`l.invoice_id`)}
      and not exists (select from ${deferrals} d where d.tenant_id = l.tenant_id and d.period_id = l.id)`
}
