-- I3: money at the sandbox gateway is recorded here, each charge once, amount for amount; and none pays two things.
-- A charge may be unrecorded only while somebody is on it: a notice on its way, work in play, or a person.
with ours as (
  select tenant_id, id, reference, charge_id, amount_minor, currency, state from payments.attempts
), theirs as (
  select * from sandbox.card_charges
), in_hand as (
  select s.tenant_id, coalesce(n.claimed_reference, s.subject) as attempt_id
  from work.operations w
  join work.operation_subjects s on s.tenant_id = w.tenant_id and s.operation_id = w.id
  left join payments.webhook_inbox n on n.tenant_id = s.tenant_id and n.id = s.subject
  where w.state in ('queued', 'running', 'waiting', 'stuck') and w.name like 'payments.%'
)
select 'charge not recorded' as what, o.tenant_id, t.id, t.amount_minor || ' ' || t.currency as found
from theirs t left join ours o on o.id = t.reference
where (o.charge_id is distinct from t.id or o.state not in ('settled', 'refunded'))
  and not exists (select from in_hand h where h.attempt_id = t.reference)
  and not exists (
    select from sandbox.card_notices n
    where n.state = 'due' and n.body::jsonb -> 'data' ->> 'reference' = t.reference)
union all
select 'charge of another amount', o.tenant_id, t.id, t.amount_minor || ' ' || t.currency
from theirs t join ours o on o.charge_id = t.id
where o.amount_minor <> t.amount_minor or o.currency <> t.currency
union all
select 'settled without a charge', o.tenant_id, o.id, o.charge_id
from ours o left join theirs t on t.id = o.charge_id
where o.state in ('settled', 'refunded') and o.charge_id like 'ch\_%' and t.id is null
union all
select 'two charges for one reference', o.tenant_id, o.reference, count(*)::text
from ours o join theirs t on t.reference = o.id
where t.refunded_minor < t.amount_minor and o.state = 'settled'
  and not exists (select from payments.refunds r where r.tenant_id = o.tenant_id and r.attempt_id = o.id)
group by o.tenant_id, o.reference having count(*) > 1
union all
select 'refund not at the gateway', r.tenant_id, r.id, r.amount_minor::text
from payments.refunds r
join payments.attempts a on a.tenant_id = r.tenant_id and a.id = r.attempt_id and a.gateway = 'sandbox-card'
where r.state = 'done'
  -- By its own name there; one that was sent by hand may stand for several of ours.
  and (select count(*) from sandbox.card_refunds s
    where s.id = r.gateway_refund_id and s.charge_id = a.charge_id and s.reference in (r.id, '')
      and s.amount_minor = (select sum(x.amount_minor) from payments.refunds x
        where x.tenant_id = r.tenant_id and x.attempt_id = r.attempt_id and x.gateway_refund_id = s.id)) <> 1
union all
-- Sent back by hand at its own console: followed here, or in front of a person.
select 'sent back at the gateway, not here', o.tenant_id, o.id, s.id
from sandbox.card_refunds s
join ours o on o.charge_id = s.charge_id
where not exists (
    select from payments.refunds r
    where r.tenant_id = o.tenant_id and r.attempt_id = o.id and (r.gateway_refund_id = s.id or r.id = s.reference))
  and not exists (select from in_hand h where h.attempt_id = o.id)
  and not exists (
    select from sandbox.card_notices n
    where n.state = 'due' and n.body::jsonb -> 'data' ->> 'reference' = o.id)
union all
-- Of every gateway, and of the shop's own bank account, whose transfers staff write down. Credit that staff took in by
-- hand is cash of no endpoint.
select 'cash in the books', p.tenant_id, a.name, sum(p.amount_minor)::text
from ledger.accounts a
join ledger.postings p on p.tenant_id = a.tenant_id and p.ledger_account_id = a.id
where exists (select from payments.endpoints e where e.tenant_id = p.tenant_id and 'cash:' || e.gateway = a.name)
group by p.tenant_id, a.name, p.currency
having sum(p.amount_minor) <> coalesce((
    select sum(amount_minor - coalesce(fee_minor, 0)) from payments.attempts t
    where t.tenant_id = p.tenant_id and t.currency = p.currency and t.state in ('settled', 'refunded')
      and 'cash:' || t.gateway = a.name), 0)
  - coalesce((
    select sum(r.amount_minor + coalesce(r.fee_minor, 0)) from payments.refunds r
    join payments.attempts t on t.tenant_id = r.tenant_id and t.id = r.attempt_id
    where r.tenant_id = p.tenant_id and r.currency = p.currency and r.state = 'done'
      and 'cash:' || t.gateway = a.name), 0)
  - coalesce((
    select sum(case d.state when 'won' then 0 else d.amount_minor end + d.fee_minor) from payments.disputes d
    join payments.attempts t on t.tenant_id = d.tenant_id and t.id = d.attempt_id
    where d.tenant_id = p.tenant_id and d.currency = p.currency and 'cash:' || t.gateway = a.name), 0)
union all
-- What banks hold is what open disputes are about; what they gave back to holders is a loss, to the same sum.
select 'held or lost otherwise than disputed', b.tenant_id, b.name, b.minor || ' instead of ' || b.expected
from (
  select a.tenant_id, a.name, p.currency, sum(p.amount_minor) as minor,
    -- What was its payer's anyway is no loss.
    coalesce((select sum(d.amount_minor - d.counted_minor) from payments.disputes d
      join payments.attempts t on t.tenant_id = d.tenant_id and t.id = d.attempt_id
      where d.tenant_id = a.tenant_id and d.currency = p.currency
        and case when a.name = 'losses:chargeback' then d.state = 'lost'
          else d.state = 'open' and a.name = 'disputed:' || t.gateway end), 0) as expected
  from ledger.accounts a
  join ledger.postings p on p.tenant_id = a.tenant_id and p.ledger_account_id = a.id
  where a.name = 'losses:chargeback' or a.name like 'disputed:%'
  group by a.tenant_id, a.name, p.currency
) b where b.minor <> b.expected
union all
select 'lost at the gateway, not here', o.tenant_id, o.id, t.id
from theirs t join ours o on o.charge_id = t.id
where t.dispute_lost_at is not null
  and not exists (
    select from payments.disputes d where d.tenant_id = o.tenant_id and d.attempt_id = o.id and d.state = 'lost')
  and not exists (select from in_hand h where h.attempt_id = o.id)
  and not exists (
    select from sandbox.card_notices n
    where n.state = 'due' and n.body::jsonb -> 'data' ->> 'reference' = t.reference)
union all
-- What was paid above one charge must have gone back, or be with a person on its way back.
select 'request settled twice', o.tenant_id, o.reference, count(*)::text
from ours o
where o.state = 'settled' and not exists (select from in_hand h where h.attempt_id = o.id)
  -- The word of the second one is still on its way to who sends it back.
  and not exists (select from events.events e where e.tenant_id = o.tenant_id and e.dispatched_at is null)
  and not exists (select from events.deliveries d where d.tenant_id = o.tenant_id and d.state <> 'done')
  and not exists (select from payments.refunds r where r.tenant_id = o.tenant_id and r.attempt_id = o.id)
group by o.tenant_id, o.reference having count(*) > 1
union all
-- The gateway's own books against the invoices: every charge it kept has been invoiced, to the same sum.
select 'charged and kept, but not invoiced', o.tenant_id, o.id, t.amount_minor || ' ' || t.currency
from theirs t
join ours o on o.charge_id = t.id and o.state = 'settled'
join billing.payment_requests q on q.tenant_id = o.tenant_id and q.id = o.reference
where t.refunded_minor = 0
  and not exists (select from payments.refunds r where r.tenant_id = o.tenant_id and r.attempt_id = o.id)
  and not exists (select from events.events e where e.tenant_id = o.tenant_id and e.dispatched_at is null)
  and not exists (select from events.deliveries d where d.tenant_id = o.tenant_id and d.state <> 'done')
  and not exists (
    select from billing.invoices i
    where i.tenant_id = o.tenant_id and i.payment_attempt_id = o.id and i.state = 'paid'
      -- Asked for, less what credit notes and its putting right took back before it was paid.
      and q.total_minor - q.credited_minor - i.from_credit_minor = t.amount_minor and i.currency = t.currency)
