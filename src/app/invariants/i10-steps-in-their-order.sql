-- I10: No step of durable work began before its predecessor was over and written down.
with known as (
  select tenant_id, operation_id, name, kind, state, position, attempts, started_at, ended_at,
    lead(name) over w as next_name, lead(started_at) over w as next_started_at,
    lead(kind) over w as next_kind, count(*) over (partition by tenant_id, operation_id, position) as twins
  from work.steps
  where state <> 'forgotten'
  window w as (partition by tenant_id, operation_id order by position)
)
select 'began before its predecessor was over' as what, known.tenant_id, known.operation_id as subject,
  known.name || ' (' || known.state || ') then ' || next_name as detail
from known
join work.operations operation on operation.tenant_id = known.tenant_id and operation.id = known.operation_id
-- A step that failed for good is followed by the undoing of those before it; while it is played, a newer release
-- may have put a step in front of one that an older release had begun.
where next_name is not null and known.state not in ('done', 'undone') and next_kind <> 'undo'
  and operation.state not in ('queued', 'running', 'waiting', 'undoing')
union all
-- Two processes' clocks may differ by a moment; and what was begun again may have had a newer release's step before it.
select 'began earlier than its predecessor ended', tenant_id, operation_id, name || ' then ' || next_name
from known
where next_name is not null and state = 'done' and attempts = 1
  and next_started_at < ended_at - interval '1 second'
union all
select 'two steps in one place', tenant_id, operation_id, name
from known where twins > 1
union all
select 'done, with a step that is not', operation.tenant_id, operation.id, known.name || ' is ' || known.state
from work.operations operation
join known on known.tenant_id = operation.tenant_id and known.operation_id = operation.id
where operation.state = 'done' and known.state <> 'done'
union all
select 'done without a step', operation.tenant_id, operation.id, operation.name
from work.operations operation
where operation.state = 'done'
  and not exists (
    select from work.steps step
    where step.tenant_id = operation.tenant_id and step.operation_id = operation.id)
union all
select 'ended, yet in somebody''s hands', tenant_id, id, state || ' with ' || coalesce(executor, due_at::text)
from work.operations
where state in ('done', 'undone', 'closed') and (executor is not null or due_at is not null or ended_at is null)
