import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { LOYALTY, type LoyaltyStep } from "./loyalty.ts"
import type { KeptDiscount } from "./price-cycles.ts"
import { subscriptions } from "./subscription-tables.ts"

/** What somebody has earned by staying, and what they have of it so far. */
export interface Earned extends Record<string, unknown> {
  readonly id: string
  readonly accountId: string
  readonly planId: string
  readonly currency: Currency
  readonly unitMinor: string
  readonly periodNumber: number
  readonly discounts: KeptDiscount[]
  readonly kept: number
  readonly percent: number
}

/**
 * Those beyond an id who have earned more than they have, or that one alone. Counted from the first payment of the oldest
 * agreement of the account that still runs.
 */
export async function listEarned(
  ctx: Context,
  steps: readonly LoyaltyStep[],
  of: { readonly after: string; readonly most: number } | { readonly id: string },
): Promise<readonly Earned[]> {
  const { timeZone: zone } = await getSettings(ctx)
  const [isAsked, most] = "id" in of ? [sql`s.id = ${of.id}`, 1] : [sql`s.id > ${of.after}`, of.most]
  const { rows } = await ctx.db.execute<Earned>(sql`
    with since as (
      select account_id, (min(paid_at) at time zone ${zone})::date as since from ${subscriptions}
      where state in ('active', 'past_due', 'suspended') group by account_id
    )
    select s.id, s.account_id as "accountId", s.plan_id as "planId", s.currency, s.unit_minor::text as "unitMinor",
      s.period_number as "periodNumber", s.discounts, had.percent as kept, step.percent
    from ${subscriptions} s
    join since on since.account_id = s.account_id
    cross join lateral (
      select coalesce(max((one ->> 'percent')::int), 0) as percent from jsonb_array_elements(s.discounts) one
      where one ->> 'id' like ${`${LOYALTY}%`} and one ->> 'periods' is null
    ) had
    cross join lateral (
      select percent from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as step (months int, percent int)
      where since.since + make_interval(months => months) <= s.period_end
      order by months desc limit 1
    ) step
    where s.state = 'active' and s.next_request_on is not null and s.request_id is null
      and s.unit_minor > 0 and (s.free_until is null or s.period_end > s.free_until) and step.percent > had.percent
      and ${isAsked}
    order by s.id limit ${most}
    for update of s`)
  return rows
}
