-- I15: Paid periods of a subscription follow each other without overlap, and without gap but where it was paused; its
-- paid time is their sum.
select 'a period begins elsewhere than the one before it ends' as what, tenant_id, subscription_id as subject,
  start_on::text as detail
from (
  select *, lag(end_on) over periods as expected_on, lag(number + cycles) over periods as expected
  from billing.subscription_periods
  window periods as (partition by tenant_id, subscription_id order by number)
) as one
where (start_on <> expected_on and not (anchor_on = start_on and start_on > expected_on)) or number <> expected or (expected is null and number <> 1)
union all
select 'paid until another day than its periods say', s.tenant_id, s.id, s.period_end::text
from billing.subscriptions s
left join (
  select tenant_id, subscription_id, sum(cycles) as cycles, max(end_on) as end_on,
    (array_agg(anchor_on order by number desc))[1] as anchor_on,
    (array_agg(anchor_number order by number desc))[1] as anchor_number
  from billing.subscription_periods group by 1, 2
) p on p.tenant_id = s.tenant_id and p.subscription_id = s.id
where s.state <> 'pending'
  -- Tried and never paid for: it has no period, and its time is the trial's.
  and not (s.trial_until is not null and s.period_number = 0 and p.cycles is null and s.period_end = s.trial_until)
  and (s.period_end is distinct from p.end_on or s.anchor_on is distinct from p.anchor_on
    or s.anchor_number is distinct from coalesce(p.anchor_number, 0)
    or s.period_number <> coalesce(p.cycles, 0))
union all
select 'paid for before its trial was over', s.tenant_id, s.id, p.start_on::text
from billing.subscriptions s
join billing.subscription_periods p
  on p.tenant_id = s.tenant_id and p.subscription_id = s.id and p.number = 1
where s.trial_until > p.start_on
