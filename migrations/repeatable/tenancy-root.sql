-- The first company of an installation runs it. Houses that were opened before this was written down get it here.
update tenancy.tenants set is_root = true
where id = (select id from tenancy.tenants order by created_at, id limit 1)
  and not exists (select 1 from tenancy.tenants where is_root);

update tenancy.tenants t set origin = s.public_url
from tenancy.settings s
where s.tenant_id = t.id and t.origin is null and exists (
  select 1 from tenancy.domains d
  where d.tenant_id = t.id and d.host = substring(s.public_url from '^https?://([^/:]+)'));
