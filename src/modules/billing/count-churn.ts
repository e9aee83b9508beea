import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { subscriptions } from "./subscription-tables.ts"

export interface MonthOfChurn {
  /** "2026-11" */
  readonly month: string
  /** Begun before the month and not ended before it. */
  readonly atStart: number
  /** Of those: ended in it. */
  readonly ended: number
  readonly begun: number
}

/** How many agreements there were when each month began, how many of them ended in it, and how many began. */
export async function countChurn(ctx: Context, reach: Reach, months: number): Promise<MonthOfChurn[]> {
  const ids = reach.kind === "accounts" ? [...reach.accountIds] : null
  const { timeZone } = await getSettings(ctx)
  const first = ctx.clock
    .today(timeZone)
    .with({ day: 1 })
    .subtract({ months: months - 1 })
  const { rows } = await ctx.db.execute<{ month: string; atStart: number; ended: number; begun: number }>(sql`
    with calendar as (
      select day::date as first, (day + interval '1 month')::date as next
      from generate_series(${first.toString()}::date::timestamp,
        ${first.add({ months: months - 1 }).toString()}::date::timestamp, interval '1 month') as day
    ), agreement as (
      select anchor_on, (ended_at at time zone ${timeZone})::date as ended_on
      from ${subscriptions}
      where anchor_on is not null and period_number > 0 and (${ids}::text[] is null or account_id = any(${ids}::text[]))
    )
    select to_char(c.first, 'YYYY-MM') as month,
      count(*) filter (where a.anchor_on < c.first and (a.ended_on is null or a.ended_on >= c.first))::int
        as "atStart",
      count(*) filter (where a.anchor_on < c.first and a.ended_on >= c.first and a.ended_on < c.next)::int as ended,
      count(*) filter (where a.anchor_on >= c.first and a.anchor_on < c.next)::int as begun
    from calendar c left join agreement a on a.anchor_on < c.next
    group by c.first order by c.first`)
  return rows
}
