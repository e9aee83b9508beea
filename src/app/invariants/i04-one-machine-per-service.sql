-- I4: A service has at most one live machine, in our books and in the panel's own.
select 'two live builds' as violation, tenant_id, service_id as subject, count(*)::text as detail
from provisioning.builds
where state <> 'undone'
group by tenant_id, service_id
having count(*) > 1
union all
-- The panel knows our service by the name it was built under.
select 'two machines of one name', service.tenant_id, service.id, string_agg(machine.id::text, ', ' order by machine.id)
from provisioning.services service
join sandbox.virtfusion_servers machine on machine.name = service.id and machine.delete_at is null
group by service.tenant_id, service.id
having count(*) > 1
union all
select 'a machine was built twice (its disk was wiped)', service.tenant_id, service.id, machine.id::text
from provisioning.services service
join sandbox.virtfusion_servers machine on machine.id::text = service.remote_id and machine.name = service.id
where machine.build_count > 1
  -- A build that failed on the panel left nothing to wipe.
  and not exists (
    select from sandbox.virtfusion_calls call
    where call.kind = 'servers.build' and call.fault = 'build_fails'
      and call.path like '%/servers/' || machine.id || '/build%')
