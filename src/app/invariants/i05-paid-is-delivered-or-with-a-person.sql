-- I5: What is paid is active, being worked on, or in front of a person: never forgotten.
select 'being built, but nobody works on it' as violation, service.tenant_id, service.id as subject,
  coalesce(operation.state, 'no work') as detail
from provisioning.services service
left join work.operations operation
  on operation.tenant_id = service.tenant_id and operation.id = service.operation_id
where service.state = 'building'
  and coalesce(operation.state, '') not in ('queued', 'running', 'waiting', 'undoing', 'stuck')
union all
select 'needs a person, but no open task says so', service.tenant_id, service.id, coalesce(operation.state, 'no work')
from provisioning.services service
left join work.operations operation
  on operation.tenant_id = service.tenant_id and operation.id = service.operation_id
where service.state = 'needs_attention' and service.attention = 'build' and service.panel_id is not null
  -- closed: a person has decided, with a reason.
  and coalesce(operation.state, '') not in ('queued', 'running', 'waiting', 'undoing', 'stuck', 'closed')
union all
select 'paid, but nothing was begun', service.tenant_id, service.id, service.order_id
from provisioning.services service
where service.state = 'waiting_for_payment' and service.desired <> 'none'
union all
select 'active, but nothing opens it', service.tenant_id, service.id, service.remote_id
from provisioning.services service
where service.state = 'active'
  and not exists (
    select from provisioning.credentials secret
    where secret.tenant_id = service.tenant_id and secret.service_id = service.id)
