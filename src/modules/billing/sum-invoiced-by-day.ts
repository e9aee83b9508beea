import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, type Money, money } from "#kit/money.ts"
import { creditNotes, invoices } from "./tables.ts"

export interface DaySum {
  readonly day: string
  readonly total: Money
}

/** What was invoiced less what was credited, with tax, per day of issue and currency. Days without either are left out. */
export async function sumInvoicedByDay(
  ctx: Context,
  reach: Reach,
  since: Temporal.Instant,
): Promise<DaySum[]> {
  const ids = reach.kind === "accounts" ? [...reach.accountIds] : null
  const from = since.toString()
  const { rows } = await ctx.db.execute<{ day: string; currency: Currency; total: string }>(sql`
    select to_char(issued_on, 'YYYY-MM-DD') as day, currency, sum(total)::text as total
    from (
      select issued_on, currency, total_minor as total, account_id from ${invoices}
      where issued_at >= ${from}::timestamptz
      union all
      select issued_on, currency, -total_minor, account_id from ${creditNotes}
      where issued_at >= ${from}::timestamptz
    ) as document
    where ${ids}::text[] is null or account_id = any(${ids}::text[])
    group by 1, 2 order by 1, 2 limit ${MOST_ROWS}`)
  return rows.map((row) => ({ day: row.day, total: money(BigInt(row.total), row.currency) }))
}

/** 400 days in five currencies. */
const MOST_ROWS = 2_000
