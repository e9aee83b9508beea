-- I13: A tenant's rows speak of that tenant's things only, and every row has a tenant that exists.
-- What is held by a foreign key can't cross: those carry the tenant. Here are the ids that no key holds.
with owned as (
  select tenant_id, id from orders.orders
  union all select tenant_id, id from orders.carts
  union all select tenant_id, id from billing.payment_requests
  union all select tenant_id, id from billing.invoices
  union all select tenant_id, id from billing.credit_notes
  union all select tenant_id, id from payments.attempts
  union all select tenant_id, id from payments.refunds
  union all select tenant_id, id from payments.webhook_inbox
  union all select tenant_id, id from provisioning.services
  union all select tenant_id, id from provisioning.builds
  union all select tenant_id, id from provisioning.panels
  union all select tenant_id, id from identity.accounts
  union all select tenant_id, id from identity.people
  union all select tenant_id, id from notifications.messages
  union all select tenant_id, id from work.operations
  union all select tenant_id, id from events.events
), spoken as (
  select 'orders.orders' as place, tenant_id, payment_request_id as id from orders.orders
  union all select 'orders.orders', tenant_id, invoice_id from orders.orders
  union all select 'orders.carts', tenant_id, order_id from orders.carts
  union all select 'billing.payment_requests', tenant_id, order_id from billing.payment_requests
  union all select 'billing.payment_requests', tenant_id, paid_by_attempt_id from billing.payment_requests
  union all select 'billing.invoices', tenant_id, order_id from billing.invoices
  union all select 'billing.invoices', tenant_id, payment_attempt_id from billing.invoices
  union all select 'payments.attempts', tenant_id, reference from payments.attempts
  union all select 'payments.webhook_inbox', tenant_id, claimed_reference from payments.webhook_inbox
  union all select 'provisioning.services', tenant_id, order_id from provisioning.services
  union all select 'provisioning.services', tenant_id, operation_id from provisioning.services
  union all select 'ledger.transfers', tenant_id, reference from ledger.transfers
  union all select 'audit.entries', tenant_id, subject_id from audit.entries
  union all select 'audit.entries', tenant_id, account_id from audit.entries
  union all select 'audit.entries', tenant_id, actor_id from audit.entries
  union all select 'work.operation_subjects', tenant_id, subject from work.operation_subjects
  union all select 'events.events', tenant_id, value from events.events, jsonb_each_text(data)
  union all select 'work.operations', tenant_id, value from work.operations, jsonb_each_text(input)
)
select 'speaks of another tenant''s row' as what, spoken.tenant_id, spoken.place as subject,
  spoken.id || ' of ' || owned.tenant_id as detail
from spoken join owned on owned.id = spoken.id
where owned.tenant_id <> spoken.tenant_id
union all
select 'one id in two tenants', min(tenant_id), id, string_agg(distinct tenant_id, ', ')
from owned group by id having count(distinct tenant_id) > 1
union all
select 'a tenant that does not exist', owned.tenant_id, owned.id, null
from owned where not exists (select from tenancy.tenants t where t.id = owned.tenant_id)
union all
-- A gateway or panel account that two tenants share would show the one what the other's customers do.
select 'two tenants at one panel as one customer', min(o.tenant_id), o.relation::text, string_agg(distinct o.tenant_id, ', ')
from provisioning.panel_owners o
group by o.relation having count(distinct o.tenant_id) > 1
