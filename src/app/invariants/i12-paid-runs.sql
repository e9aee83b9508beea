-- I12: Nothing that is paid for is suspended, ended or withheld without a person's word and its reason.
with paid as (
  select s.tenant_id, s.id, s.state, s.desired, s.suspension_reasons, s.order_id, o.state as order_state
  from provisioning.services s
  join orders.orders o on o.tenant_id = s.tenant_id and o.id = s.order_id
  join billing.invoices i on i.tenant_id = o.tenant_id and i.order_id = o.id and i.state = 'paid'
  where not exists (
    select from billing.credit_notes c where c.tenant_id = i.tenant_id and c.invoice_id = i.id)
)
select 'paid, yet suspended as unpaid' as what, tenant_id, id as subject, order_id as detail
from paid where suspension_reasons ? 'unpaid'
  -- What was paid once has to be paid on; the word of its subscription may still be on its way.
  and not exists (
    select from billing.subscriptions u
    where u.tenant_id = paid.tenant_id and u.subject = paid.id and u.state in ('suspended', 'cancelled', 'expired'))
  and not exists (select from events.events e where e.tenant_id = paid.tenant_id and e.dispatched_at is null)
union all
select 'suspended without a reason', tenant_id, id, state || ', wished ' || desired
from provisioning.services
where desired = 'suspended' and suspension_reasons = '[]'::jsonb
union all
select 'suspended without a trace of who said so', p.tenant_id, p.id, p.suspension_reasons::text
from paid p
where p.desired = 'suspended'
  and not exists (
    select from audit.entries a
    where a.tenant_id = p.tenant_id and a.subject_id = p.id and a.act = 'provisioning.service-suspended')
union all
select 'ended without a trace of who said so', p.tenant_id, p.id, p.order_id
from paid p
where (p.desired = 'ended' or p.state = 'ended')
  and not exists (
    select from audit.entries a
    where a.tenant_id = p.tenant_id and a.subject_id = p.id and a.act = 'provisioning.service-terminated')
  -- A build that was undone made nothing: the order is taken back, and a person is told.
  and not exists (
    select from work.operation_subjects about
    join work.operations operation
      on operation.tenant_id = about.tenant_id and operation.id = about.operation_id
    where about.tenant_id = p.tenant_id and about.subject = p.id and operation.state = 'undone')
union all
select 'paid, but its order waits for payment', tenant_id, id, order_id
from paid where order_state in ('awaiting_payment', 'withdrawn')
  -- The word of the payment is still on its way.
  and not exists (select from events.events e where e.tenant_id = paid.tenant_id and e.dispatched_at is null)
union all
select 'paid and delivered, but not running', tenant_id, id, state
from paid where order_state = 'delivered' and state in ('waiting_for_payment', 'building')
