import { type SQL, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { type ChurnGroup, type MonthOfChurn, planChurn } from "./plan-churn.ts"
import { subscriptions } from "./subscription-tables.ts"

/**
 * How many agreements there were when each month began, how many of them ended in it, and how many began. Those that go
 * on are counted month by month, between two places of an index; only those that have ended are told apart one by one.
 */
export async function countChurn(ctx: Context, reach: Reach, months: number): Promise<MonthOfChurn[]> {
  const { timeZone } = await getSettings(ctx)
  const first = ctx.clock
    .today(timeZone)
    .with({ day: 1 })
    .subtract({ months: months - 1 })
  const days = Array.from({ length: months + 1 }, (_, index) => first.add({ months: index }))
  const paid = sql`period_number > 0 and anchor_on is not null${isOf(reach)}`
  const { rows } = await ctx.db.execute<ChurnGroup & Record<string, unknown>>(sql`
    ${goingOn(days, paid)}
    union all
    ${gone(days, paid, timeZone)}`)
  return planChurn(
    days.slice(0, months).map((day) => day.toString().slice(0, "2026-11".length)),
    rows,
  )
}

function isOf(reach: Reach): SQL {
  return reach.kind === "all"
    ? sql``
    : sql` and account_id = any(${sql.param([...reach.accountIds])}::text[])`
}

function goingOn(days: readonly Temporal.PlainDate[], paid: SQL): SQL {
  const ends = days.map(String)
  return sql`
    select (month.number - 1)::int as begun, null::int as ended, going.count
    from unnest(${sql.param(["-infinity", ...ends.slice(0, -1)])}::date[], ${sql.param(ends)}::date[])
        with ordinality as month (first, next, number),
      lateral (
        select count(*)::int as count from ${subscriptions}
        where ended_at is null and anchor_on >= month.first and anchor_on < month.next and ${paid}) as going`
}

/** The moments at which days of this calendar begin stand for the days: no calendar is asked for each agreement. */
function gone(days: readonly Temporal.PlainDate[], paid: SQL, timeZone: string): SQL {
  const moments = days.map((day) => day.toZonedDateTime(timeZone).toInstant().toString())
  const months = days.length - 1
  return sql`
    select begun, case when ended <= ${months}::int then greatest(ended, begun) end as ended, sum(count)::int as count
    from (
      select width_bucket(anchor_on, ${sql.param(days.map(String))}::date[]) as begun,
        width_bucket(ended_at, ${sql.param(moments)}::timestamptz[]) as ended, count(*) as count
      from ${subscriptions} where ended_at is not null and ${paid}
      group by 1, 2
    ) as one
    where begun <= ${months}::int and greatest(ended, begun) > 0
    group by 1, 2`
}
