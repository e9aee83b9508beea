import { type SQL, sql } from "drizzle-orm"

/** What is asked for a listed one: by its open request, and by invoices that came first. */
export const owedMinor: SQL = sql`
  (select coalesce(sum(line.gross_minor), 0) from billing.payment_request_lines as line
    where line.tenant_id = listed.tenant_id and line.request_id = listed.request_id
      and line.subscription_id = listed.id)
  + (select coalesce(sum(period.gross_minor), 0) from billing.subscription_periods as period
    join billing.invoices as invoice on invoice.tenant_id = period.tenant_id and invoice.id = period.invoice_id
    where period.tenant_id = listed.tenant_id and period.subscription_id = listed.id and invoice.state = 'open')`
