import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { type ChurnGroup, type MonthOfChurn, planChurn } from "./plan-churn.ts"
import { subscriptions } from "./subscription-tables.ts"

/**
 * How many agreements there were when each month began, how many of them ended in it, and how many began. Each is looked
 * at once, and told apart by its days alone: beside a calendar it would be once for each month.
 */
export async function countChurn(ctx: Context, reach: Reach, months: number): Promise<MonthOfChurn[]> {
  const ids = reach.kind === "accounts" ? [...reach.accountIds] : null
  const { timeZone } = await getSettings(ctx)
  const first = ctx.clock
    .today(timeZone)
    .with({ day: 1 })
    .subtract({ months: months - 1 })
  const firstDays = Array.from({ length: months + 1 }, (_, index) => first.add({ months: index }).toString())
  const days = sql`${sql.param(firstDays)}::date[]`
  const { rows } = await ctx.db.execute<ChurnGroup & Record<string, unknown>>(sql`
    with days as (
      select anchor_on, (ended_at at time zone ${timeZone})::date as ended_on, count(*) as count
      from ${subscriptions}
      where anchor_on is not null and period_number > 0 and (${ids}::text[] is null or account_id = any(${ids}::text[]))
      group by 1, 2
    ), months as (
      select width_bucket(anchor_on, ${days}) as begun, width_bucket(ended_on, ${days}) as ended, count from days)
    select begun, case when ended <= ${months}::int then greatest(ended, begun) end as ended, sum(count)::int as count
    from months
    where begun <= ${months}::int and (ended is null or greatest(ended, begun) > 0)
    group by 1, 2`)
  return planChurn(
    firstDays.slice(0, months).map((day) => day.slice(0, "2026-11".length)),
    rows,
  )
}
