import { type SQL, sql } from "drizzle-orm"
import { isDue } from "./due-subscriptions.ts"
import type { RunTax } from "./load-run-tax.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"

/**
 * What a day's run asks for, subscription by subscription, with the tax: what its next cycle costs now, and what its
 * last paid one cost. A plan that was changed since, time that was given, or a turn cut short by the billing day, is no measure: then both are the same. Where
 * a coupon holds or held, its own price may be expected: otherwise the end of every coupon would stop a run. So may a price
 * that its customer was told or agreed to.
 */
export function runLines(on: Temporal.PlainDate, { factor, others }: RunTax): SQL {
  const column = <Value>(read: (one: RunTax["others"][number]) => Value) => sql.param(others.map(read))
  // Whole numbers until the end: a quotient would be cut off somewhere.
  const withTax = (amount: SQL) => sql`round(${amount} * ${subscriptions.quantity}
    * coalesce(other.numerator, ${factor.numerator.toString()}::numeric)
    / coalesce(other.denominator, ${factor.denominator.toString()}::numeric))::bigint`
  return sql`
    select one.*, coalesce(last.minor, one.now_minor) as before_minor,
      greatest(coalesce(last.minor, one.now_minor), one.own_minor, one.told_minor) as expected_minor
    from (
      select ${subscriptions.id} as id, ${subscriptions.tenantId} as tenant_id, ${subscriptions.accountId} as account_id,
        ${subscriptions.accountName} as account_name, ${subscriptions.words} as words,
        ${subscriptions.currency} as currency, ${subscriptions.collection} as collection,
        ${withTax(sql`round(${subscriptions.nextMinor} * ${shareOfNext()})`)} as now_minor,
        case when ${subscriptions.discounts} <> '[]'::jsonb
          then ${withTax(sql`${subscriptions.unitMinor}`)} end as own_minor,
        ${withTax(sql`${subscriptions.expectedMinor}`)} as told_minor
      from ${subscriptions}
      left join unnest(${column(({ accountId }) => accountId)}::text[], ${column(({ planId }) => planId)}::text[],
        ${column((one) => one.factor.numerator.toString())}::numeric[],
        ${column((one) => one.factor.denominator.toString())}::numeric[]
      ) as other (account_id, plan_id, numerator, denominator)
        on other.account_id = ${subscriptions.accountId} and other.plan_id = ${subscriptions.planId}
      where ${isDue(on)} and ${subscriptions.nextMinor} > 0
    ) as one
    left join lateral (
      select case when paid.changed_on is null and paid.gross_minor > 0 and paid.share is null
        then round(paid.gross_minor::numeric / paid.cycles)::bigint end as minor
      from ${subscriptionPeriods} as paid
      where paid.tenant_id = one.tenant_id and paid.subscription_id = one.id
      order by paid.number desc
      limit 1
    ) as last on true`
}

/** The same rule as alignStart, for all at once: which share of its next turn is asked for. */
function shareOfNext(): SQL {
  const { anchorOn, billingDay, cycle, pauseFrom, pauseUntil, periodEnd } = subscriptions
  const start = sql`(case when ${pauseFrom} >= ${periodEnd} then greatest(${pauseUntil}, ${periodEnd}) else ${periodEnd} end)`
  const inMonth = sql`(date_trunc('month', ${start}::timestamp)::date + ${billingDay} - 1)`
  const end = sql`(case when ${inMonth} < ${start} then (${inMonth} + interval '1 month')::date else ${inMonth} end)`
  const turn = sql`(case ${cycle} when 'monthly' then interval '1 month' when 'quarterly' then interval '3 months'
    when 'semiannual' then interval '6 months' when 'annual' then interval '1 year'
    when 'biennial' then interval '2 years' when 'triennial' then interval '3 years' end)`
  return sql`(case when ${billingDay} is null or ${turn} is null
      or (${start} = ${periodEnd} and extract(day from ${anchorOn}) = ${billingDay}) or ${end} = ${start}
    then 1::numeric
    else (${end} - ${start})::numeric / ((${start} + ${turn})::date - ${start}) end)`
}
