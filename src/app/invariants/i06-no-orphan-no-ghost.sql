-- I6: Every machine on the panel belongs to a service, and every running service has its machine.
with live as (
  select machine.id::text as remote_id, machine.name, owner.ext_relation_id as relation
  from sandbox.virtfusion_servers machine
  join sandbox.virtfusion_users owner on owner.id = machine.user_id
  where machine.delete_at is null
)
select 'orphan: a machine nobody owns' as violation, null as tenant_id, live.name as subject, live.remote_id as detail
from live
where not exists (
    select from provisioning.services service
    where service.remote_id = live.remote_id and service.state <> 'ended')
  -- An unanswered request may have made it; its build is still looking, or a person is.
  and not exists (
    select from provisioning.builds build
    join provisioning.panel_owners owner on owner.tenant_id = build.tenant_id and owner.id = build.owner_id
    where owner.relation = live.relation and build.state = 'open' and build.remote_id is null
      and build.notes ? 'allocateAskedAt')
union all
select 'ghost: a service without its machine', service.tenant_id, service.id, service.remote_id
from provisioning.services service
where service.state in ('active', 'suspended')
  -- Only where the stand-in is the panel: it has been called at all.
  and exists (select from sandbox.virtfusion_calls)
  and not exists (select from live where live.remote_id = service.remote_id)
union all
select 'ended, but its machine still stands', service.tenant_id, service.id, service.remote_id
from provisioning.services service
join live on live.remote_id = service.remote_id
where service.state = 'ended'
union all
select 'suspended differently', service.tenant_id, service.id, service.state
from provisioning.services service
join sandbox.virtfusion_servers machine on machine.id::text = service.remote_id and machine.delete_at is null
where service.state in ('active', 'suspended') and service.observed in ('running', 'suspended')
  and service.desired = service.state
  and machine.suspended <> (service.state = 'suspended')
  and not exists (
    select from work.operations operation
    join work.operation_subjects about
      on about.tenant_id = operation.tenant_id and about.operation_id = operation.id and about.subject = service.id
    where operation.tenant_id = service.tenant_id and operation.state in ('queued', 'running', 'waiting', 'undoing', 'stuck'))
