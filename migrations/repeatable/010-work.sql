-- Applied again at every migrate: only "create or replace" and "drop … if exists" may stand here.
-- Functions marked SECURITY DEFINER are the named path across tenants: they give out ids, never rows.

-- Hands a segment to whoever plays work for this connection. The in-memory runner reads the operations
-- themselves, so its connections set app.work_runner to 'memory' and nothing is enqueued.
create or replace function work.enqueue_segment(
  tenant text, operation text, segment integer, queue text, generation text
) returns text language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('app.work_runner', true) = 'memory' then
    return null;
  end if;
  perform pg_notify('hostwell_segments', '');
  return dbos.enqueue_workflow(
    workflow_name => 'hostwell.segment',
    queue_name => queue,
    positional_args => array[to_json(tenant), to_json(operation), to_json(segment)],
    workflow_id => operation || ':' || segment,
    app_version => generation,
    application_name => 'hostwell');
end $$;

-- A segment that will never be played counts against its queue's concurrency until it is told so.
create or replace function work.cancel_segment(operation text, segment integer)
returns void language sql set search_path = pg_catalog, pg_temp as $$
  update dbos.workflow_status set status = 'CANCELLED', updated_at = extract(epoch from clock_timestamp()) * 1000
  where workflow_uuid = operation || ':' || segment and status in ('ENQUEUED', 'DELAYED', 'PENDING')
$$;

-- A process that died between our last commit and DBOS's own leaves a segment behind that nobody misses: its
-- operation has gone on. It would hold its place in a server's queue for ever.
create or replace function work.release_dead_segments(silent_seconds double precision)
returns bigint language sql set search_path = pg_catalog, pg_temp as $$
  with released as (
    update dbos.workflow_status w set status = 'CANCELLED', updated_at = extract(epoch from clock_timestamp()) * 1000
    where w.name = 'hostwell.segment' and w.status = 'PENDING'
      and w.updated_at < (extract(epoch from clock_timestamp()) - silent_seconds) * 1000
      and not exists (
        select from work.executors e where e.id = w.executor_id
          and e.seen_at >= clock_timestamp() - make_interval(secs => silent_seconds))
    returning 1)
  select count(*) from released
$$;

create or replace function work.due_operations(now timestamptz, most integer)
returns table (tenant text, operation text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select tenant_id, id from work.operations
  where due_at <= now and state in ('waiting', 'undoing')
  order by due_at, id limit most
$$;

-- When the next parked operation wants to go on; null when none waits.
create or replace function work.next_due()
returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min(due_at) from work.operations where due_at is not null and state in ('waiting', 'undoing')
$$;

-- Operations that should be in somebody's hands and are not: their executor fell silent, their segment is lost,
-- or `me` believes to play them and does not. Machine time, because silence is a matter of machines.
create or replace function work.lost_operations(
  silent_seconds double precision, me text, in_flight text[], most integer
) returns table (tenant text, operation text, play integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.tenant_id, o.id, o.play
  from work.operations o left join work.executors e on e.id = o.executor
  where o.state in ('queued', 'running', 'undoing') and o.due_at is null
    and o.touched_at < clock_timestamp() - make_interval(secs => silent_seconds)
    and case
      when o.executor = me then not (o.id = any (in_flight))
      when o.executor is not null then
        e.id is null or e.seen_at < clock_timestamp() - make_interval(secs => silent_seconds)
      else not exists (
        select from dbos.workflow_status w
        left join work.executors we on we.id = w.executor_id
        where w.workflow_uuid = o.id || ':' || o.segment
          and (w.status in ('ENQUEUED', 'DELAYED')
            or w.status = 'PENDING' and we.seen_at >= clock_timestamp() - make_interval(secs => silent_seconds)))
    end
  order by o.touched_at limit most
$$;

-- For the in-memory runner, and for a process that gives away what it holds.
drop function if exists work.playable_operations(integer);
create or replace function work.playable_operations(most integer)
returns table (
  tenant text, operation text, segment integer, play integer, executor text,
  queue text, concurrency integer, rate integer, rate_period_seconds integer
)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.tenant_id, o.id, o.segment, o.play, o.executor,
    o.queue, q.concurrency, q.rate, q.rate_period_seconds
  from work.operations o left join work.queues q on q.name = o.queue
  where o.state in ('queued', 'running', 'undoing') and o.due_at is null
  order by o.updated_at, o.id limit most
$$;

create or replace function work.counts()
returns table (queue text, state text, operations bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select queue, state, count(*) from work.operations
  where state in ('queued', 'running', 'waiting', 'undoing', 'stuck') group by 1, 2
$$;

-- DBOS keeps a row for every segment ever played; ours are worth nothing once they ended.
create or replace function work.forget_segments(older_than_hours integer, most integer)
returns bigint language sql set search_path = pg_catalog, pg_temp as $$
  with old as (
    select workflow_uuid from dbos.workflow_status
    where name = 'hostwell.segment' and status in ('SUCCESS', 'ERROR', 'CANCELLED')
      and updated_at < (extract(epoch from clock_timestamp()) - older_than_hours * 3600) * 1000
    limit most),
  inputs as (delete from dbos.workflow_input i using old where i.workflow_uuid = old.workflow_uuid),
  outputs as (delete from dbos.workflow_output o using old where o.workflow_uuid = old.workflow_uuid),
  forgotten as (delete from dbos.workflow_status s using old where s.workflow_uuid = old.workflow_uuid returning 1)
  select count(*) from forgotten
$$;

-- What a definer function may be called by: the program, nobody else.
revoke execute on all functions in schema work from public;
grant execute on all functions in schema work to hostwell_app;
