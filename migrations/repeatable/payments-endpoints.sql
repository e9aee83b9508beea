-- The named path across tenants for incoming notices: the endpoint's id gives its tenant, nothing else.

create or replace function payments.tenant_of_endpoint(endpoint text)
returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select tenant_id from payments.endpoints where id = endpoint
$$;

revoke execute on function payments.tenant_of_endpoint(text) from public;
grant execute on function payments.tenant_of_endpoint(text) to hostwell_app;
