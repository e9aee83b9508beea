import { sql } from "drizzle-orm"
import { recordAudits } from "#audit"
import type { Context } from "#kit/context.ts"
import { type Currency, money } from "#kit/money.ts"
import { updateRows } from "#kit/write-rows.ts"
import { getSettings } from "#tenancy"
import { getLoyaltyPolicy } from "./get-loyalty-policy.ts"
import { keepLoyalty, LOYALTY, type LoyaltyStep } from "./loyalty.ts"
import { type KeptDiscount, priceCycle } from "./price-cycles.ts"
import { subscriptions } from "./subscription-tables.ts"

const MOST_AT_ONCE = 500
const MOST_ROUNDS = 40

/**
 * Whoever will have stayed long enough when the next time begins pays less for it, and for all after it. What was asked
 * for already is left as it was asked. A policy that gives less takes from nobody what they have: that would be a dearer
 * price without a notice.
 */
export async function rewardLoyal(ctx: Context): Promise<void> {
  const steps = await getLoyaltyPolicy(ctx)
  if (steps.length === 0) return
  const { timeZone } = await getSettings(ctx)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const earned = await listEarned(ctx, steps, timeZone)
    await reward(ctx, earned)
    if (earned.length < MOST_AT_ONCE) return
  }
}

interface Earned extends Record<string, unknown> {
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

/** Counted from the first payment of the oldest agreement of the account that still runs. */
async function listEarned(ctx: Context, steps: readonly LoyaltyStep[], zone: string): Promise<Earned[]> {
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
    order by s.id limit ${MOST_AT_ONCE}
    for update of s`)
  return rows
}

async function reward(ctx: Context, earned: readonly Earned[]): Promise<void> {
  const changes = earned.map((one) => {
    const discounts = keepLoyalty(one.discounts, { percent: one.percent, from: one.periodNumber })
    const priced = { planId: one.planId, unit: money(BigInt(one.unitMinor), one.currency), discounts }
    return { id: one.id, discounts, nextMinor: priceCycle(priced, one.periodNumber).charged.minor }
  })
  await updateRows(ctx.db, subscriptions, changes)
  await recordAudits(
    ctx,
    earned.map(({ id, accountId, kept, percent }) => ({
      act: "billing.loyalty-earned",
      subjectId: id,
      accountId,
      before: { percent: kept },
      after: { percent },
    })),
  )
}
