import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type ClosingScope, isWithin } from "./closing-scope.ts"
import { earnedBy } from "./earned.ts"
import type { CurrencySum } from "./post-revenue.ts"
import { deferrals } from "./tables.ts"

/** Everything that the days before this one have earned and nobody has written down, in one statement. */
export async function recogniseEarned(
  ctx: Context,
  day: Temporal.PlainDate,
  scope: ClosingScope,
): Promise<CurrencySum[]> {
  const { rows } = await ctx.db.execute<CurrencySum & Record<string, unknown>>(sql`
    with due as (
      select d.id, d.recognised_minor as before, ${earnedBy(sql`${day.toString()}::date`)} as earned
      from ${deferrals} d
      where d.recognised_minor + d.released_minor < d.net_minor and d.start_on < ${day.toString()}::date
        and ${isWithin(scope, sql`d.invoice_id`)}
    ), moved as (
      update ${deferrals} t set recognised_minor = due.earned
      from due where t.id = due.id and due.earned > due.before and t.recognised_minor = due.before
      returning t.currency, due.earned - due.before as minor
    )
    select currency, sum(minor)::text as minor from moved group by currency order by currency`)
  return rows
}
