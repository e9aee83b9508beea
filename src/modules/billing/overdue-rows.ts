import { type SQL, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { dunningSteps, overdueStates } from "./dunning-contract.ts"
import { listPlanDays } from "./list-plan-days.ts"
import { readCollectingDay } from "./read-collecting-day.ts"
import { shutDays } from "./shut-days.ts"

export interface OverdueFilter {
  readonly accountId?: string | undefined
  readonly state?: (typeof overdueStates)[number] | undefined
  readonly step?: (typeof dunningSteps)[number] | undefined
}

/**
 * Every overdue subscription with what happens to it next, and when: what planCollecting and the days of charging say,
 * told of all of them at once so that they can be sorted by it. The overdue ones are found by their state's index.
 */
export async function overdueRows(ctx: Context, reach: Reach, filter: OverdueFilter): Promise<SQL> {
  const { today, policy } = await readCollectingDay(ctx)
  const day = sql`${today.toString()}::date`
  const shut = shutDays(today, policy)
  const own = await listPlanDays(ctx, policy)
  return sql`
    with overdue as (${overdueOnes(reach, day, filter)}),
    dunned as (
      select one.*, coalesce(own.suspend_days, ${policy.suspendDays}::int) as suspend_days,
        coalesce(own.terminate_days, ${policy.terminateDays}::int) as terminate_days
      from overdue as one
      left join unnest(${sql.param(own.planIds)}::text[], ${sql.param(own.suspendDays)}::int[],
        ${sql.param(own.terminateDays)}::int[]) as own(plan_id, suspend_days, terminate_days)
        on own.plan_id = one.plan_id
    ),
    staged as (
      select one.*, last_day + 1 as unpaid_from, charge.charge_on,
        case when one.request_id is null and owed_on is null and next_request_on is not null then 'ask'
          when one.state <> 'suspended' then 'suspend'
          when suspended_on is null then 'wait'
          else 'delete' end as own_step,
        greatest(${day}, grace_until + 1,
          case when one.state <> 'suspended'
            then greatest(last_day + suspend_days,
              case when overdue_on = ${day} then ${day} + 1 end)
          when trial_until is not null and period_number = 0 then suspended_on + ${policy.trialEndDays}::int
          else greatest(last_day + terminate_days, suspended_on + terminate_days - suspend_days) end) as raw_on
      from dunned as one
      left join lateral (
        select min(greatest(request.due_on + days, ${day})) as charge_on
        from billing.payment_requests as request, unnest(${sql.param([...policy.chargeDays])}::int[]) as days
        where request.tenant_id = one.tenant_id and request.id = one.request_id and request.state = 'open'
          and one.collection = 'automatic' and request.due_on + 30 >= ${day}
          and (request.charged_on is null or request.due_on + days > request.charged_on)
          and request.due_on + days <= request.due_on + 30
      ) as charge on true
    ),
    dated as (
      select staged.*, case own_step when 'wait' then 'infinity'::date
          when 'ask' then greatest(next_request_on, ${day}) else coalesce(shut.open_on, raw_on) end as own_on
      from staged
      left join unnest(${sql.param(shut.days)}::date[], ${sql.param(shut.open)}::date[]) as shut(day, open_on)
        on shut.day = staged.raw_on
    ),
    listed as (
      select dated.*,
        case when charge_on <= own_on then 'charge' else own_step end as step,
        least(own_on, charge_on) as step_on
      from dated
    )`
}

function overdueOnes(reach: Reach, day: SQL, { accountId, state }: OverdueFilter): SQL {
  const isOwn =
    reach.kind === "accounts"
      ? sql`and s.account_id = any(${sql.param([...reach.accountIds])}::text[])`
      : sql``
  const ofAccount = accountId ? sql`and s.account_id = ${accountId}` : sql``
  const inState = state ? sql`and s.state = ${state}` : sql``
  return sql`
    select s.*, least(next_start, owed.owed_on + 1) - 1 as last_day, owed.owed_on
    from (
      select *, case when pause_until is not null and period_end <= pause_from
        then greatest(pause_until, period_end) else period_end end as next_start
      from billing.subscriptions
      where state in ('past_due', 'suspended', 'paused')
    ) as s
    left join (
      select period.tenant_id, period.subscription_id, min(invoice.due_on) as owed_on
      from billing.invoices as invoice
      join billing.subscription_periods as period
        on period.tenant_id = invoice.tenant_id and period.invoice_id = invoice.id
      where invoice.state = 'open' and invoice.due_on < ${day}
      group by 1, 2
    ) as owed on owed.tenant_id = s.tenant_id and owed.subscription_id = s.id
    where not s.cancel_at_end and least(next_start, owed.owed_on + 1) - 1 < ${day}
      ${isOwn} ${ofAccount} ${inState}`
}
