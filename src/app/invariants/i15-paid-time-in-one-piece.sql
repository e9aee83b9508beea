-- I15: Paid periods of a subscription follow each other without gap or overlap, and its paid time is their sum.
select 'a period begins elsewhere than the one before it ends' as what, tenant_id, subscription_id as subject,
  start_on::text as detail
from (
  select *, lag(end_on) over periods as expected_on, lag(number + cycles) over periods as expected
  from billing.subscription_periods
  window periods as (partition by tenant_id, subscription_id order by number)
) as one
where start_on <> expected_on or number <> expected or (expected is null and number <> 1)
union all
select 'paid until another day than its periods say', s.tenant_id, s.id, s.period_end::text
from billing.subscriptions s
left join (
  select tenant_id, subscription_id, sum(cycles) as cycles, min(start_on) as start_on, max(end_on) as end_on
  from billing.subscription_periods group by 1, 2
) p on p.tenant_id = s.tenant_id and p.subscription_id = s.id
where s.state <> 'pending'
  and (s.period_end is distinct from p.end_on or s.anchor_on is distinct from p.start_on
    or s.period_number <> coalesce(p.cycles, 0))
