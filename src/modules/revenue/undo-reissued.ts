import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type ClosingScope, isWithin } from "./closing-scope.ts"
import type { CurrencySum } from "./post-revenue.ts"
import { deferrals } from "./tables.ts"

/**
 * What was paid by an invoice that another one stands in place of is counted anew from that one: what was still to come of
 * it goes back to revenue, which its credit note took all of it from, and what its days have earned is earned by the other's.
 */
export async function undoReissued(
  ctx: Context,
  day: Temporal.PlainDate,
  scope: ClosingScope,
): Promise<CurrencySum[]> {
  const { rows } = await ctx.db.execute<CurrencySum & Record<string, unknown>>(sql`
    with undone as (
      delete from ${deferrals} d using billing.invoices i
      where i.tenant_id = d.tenant_id and i.replaces_id = d.invoice_id and i.replaces_id is not null
        and i.issued_on < ${day.toString()}::date and ${isWithin(scope, sql`d.invoice_id`)}
      returning d.currency, d.net_minor - d.recognised_minor - d.released_minor as minor
    )
    select currency, sum(minor)::text as minor from undone group by currency having sum(minor) > 0 order by currency`)
  return rows
}
