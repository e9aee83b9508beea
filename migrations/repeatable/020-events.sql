-- The named path across tenants for events: ids and what they are called.

-- Whose answer once had a column less, which "replace" alone can't change.
drop function if exists events.undispatched(integer);
create function events.undispatched(most integer)
returns table (tenant text, event text, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select tenant_id, id, name from events.events where dispatched_at is null order by at, id limit most
$$;

create or replace function events.due_deliveries(now timestamptz, most integer)
returns table (tenant text, event text, reaction text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select tenant_id, event_id, reaction from events.deliveries
  where state = 'waiting' and next_at <= now order by next_at, id limit most
$$;

create or replace function events.next_due()
returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min(next_at) from events.deliveries where state = 'waiting'
$$;

create or replace function events.counts()
returns table (undispatched bigint, waiting bigint, stuck bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (select count(*) from events.events where dispatched_at is null),
    (select count(*) from events.deliveries where state = 'waiting'),
    (select count(*) from events.deliveries where state = 'stuck')
$$;

revoke execute on all functions in schema events from public;
grant execute on all functions in schema events to hostwell_app;
