-- I14: Whatever moved money or destroyed something left an audit entry in the same transaction.
with acts as (
  select 'payments.settled' as act, tenant_id, id as subject from payments.attempts where state in ('settled', 'refunded')
  union all select 'payments.refunded', tenant_id, id from payments.refunds where state = 'done'
  union all select 'payments.disputed', tenant_id, id from payments.disputes
  union all select 'payments.dispute-closed', tenant_id, id from payments.disputes where state <> 'open'
  union all select 'billing.invoice-issued', tenant_id, id from billing.invoices
  union all select 'billing.invoice-written-off', tenant_id, id from billing.invoices where state = 'written_off'
  union all select 'billing.credit-note-issued', tenant_id, id from billing.credit_notes
  union all select 'billing.request-withdrawn', tenant_id, id from billing.payment_requests where state = 'withdrawn'
  union all select 'orders.placed', tenant_id, id from orders.orders
  union all select 'orders.paid', tenant_id, id from orders.orders where paid_at is not null
  union all select 'orders.approved', tenant_id, id from orders.orders
    where needs_approval and state in ('paid', 'delivered')
  union all select 'orders.rejected', tenant_id, id from orders.orders where state = 'rejected'
  union all select 'provisioning.service-terminated', tenant_id, id from provisioning.services
    where desired = 'ended'
      -- What was never built is not destroyed: the undone work says why.
      and remote_id is not null
  union all select 'provisioning.service-suspended', tenant_id, id from provisioning.services
    where suspension_reasons <> '[]'::jsonb
  union all select 'provisioning.panel-saved', tenant_id, id from provisioning.panels
  union all select 'payments.endpoint-saved', tenant_id, id from payments.endpoints
  union all select 'customers.merged', tenant_id, from_account_id from customers.merges
  -- What a merge moved, and what a credit note brought back, is told by that one's entry.
  union all select 'credit.' || cause, tenant_id, id from credit.entries where cause not in ('moved', 'returned')
)
select 'no audit entry' as what, acts.tenant_id, acts.subject, acts.act as detail
from acts
where not exists (
  select from audit.entries a
  where a.tenant_id = acts.tenant_id and a.subject_id = acts.subject and a.act = acts.act)
union all
-- Once each: an act told twice was done twice.
select 'told twice', a.tenant_id, a.subject_id, a.act || ' ' || count(*)
from audit.entries a
where a.act in ('payments.settled', 'payments.refunded', 'billing.invoice-issued', 'billing.credit-note-issued',
  'orders.placed', 'orders.paid', 'orders.approved', 'orders.rejected', 'customers.merged')
group by a.tenant_id, a.subject_id, a.act having count(*) > 1
union all
-- Money in the books has the entry of what brought it there.
select 'a transfer of nothing that was audited', t.tenant_id, t.id, t.key
from ledger.transfers t
where not exists (
  select from audit.entries a
  where a.tenant_id = t.tenant_id and a.subject_id = t.reference
    and a.act in ('payments.settled', 'payments.refunded', 'payments.disputed', 'billing.invoice-issued',
      'billing.credit-note-issued', 'customers.merged', 'credit.given', 'credit.taken', 'credit.held', 'credit.released',
      'revenue.deferred', 'revenue.released', 'revenue.recognised'))
