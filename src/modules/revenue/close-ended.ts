import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { type ClosingScope, isWithin } from "./closing-scope.ts"
import { deferrals } from "./tables.ts"

/**
 * An agreement that ended before its paid time was over owes nobody those days: what was kept of them is earned on the
 * day of its end. What the days before it earned stays as it was.
 */
export async function closeEnded(ctx: Context, day: Temporal.PlainDate, scope: ClosingScope): Promise<void> {
  const { timeZone } = await getSettings(ctx)
  await ctx.db.execute(sql`
    with ended as (
      select d.id, (s.ended_at at time zone ${timeZone})::date as on_day
      from ${deferrals} d
      left join billing.invoice_lines l on l.tenant_id = d.tenant_id and l.id = coalesce(d.line_id, d.period_id)
      left join billing.subscription_periods p on p.tenant_id = d.tenant_id and p.id = d.period_id
      join billing.subscriptions s on s.tenant_id = d.tenant_id
        and s.id = coalesce(p.subscription_id, l.subscription_id)
      where d.recognised_minor + d.released_minor < d.net_minor and s.ended_at is not null
        and d.end_on > ${day.toString()}::date and ${isWithin(scope, sql`d.invoice_id`)}
    )
    update ${deferrals} t set start_on = least(t.start_on, e.on_day), counted_from = e.on_day,
      counted_minor = t.recognised_minor, end_on = e.on_day + 1
    from ended e where t.id = e.id and e.on_day < ${day.toString()}::date`)
}
