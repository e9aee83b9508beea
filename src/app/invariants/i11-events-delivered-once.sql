-- I11: Every event reached each of its reactions, exactly once, and none lies undelivered.
-- A trial names all reactions there are in hostwell.reactions; without it, those that have ever answered count,
-- from the first event they answered to the last.
with named as (
  select event, reaction, '-infinity'::timestamptz as since, 'infinity'::timestamptz as until
  from jsonb_to_recordset(coalesce(nullif(current_setting('hostwell.reactions', true), ''), '[]')::jsonb)
    as given(event text, reaction text)
), seen as (
  select e.name as event, d.reaction, min(e.at) as since, max(e.at) as until
  from events.events e
  join events.deliveries d on d.tenant_id = e.tenant_id and d.event_id = e.id
  group by e.name, d.reaction
), expected as (
  select * from named
  union all
  select * from seen where not exists (select from named)
)
select 'never delivered' as what, e.tenant_id, e.id as subject, e.name || ' to ' || expected.reaction as detail
from events.events e
join expected on expected.event = e.name and e.at between expected.since and expected.until
where e.dispatched_at is not null
  and not exists (
    select from events.deliveries d
    where d.tenant_id = e.tenant_id and d.event_id = e.id and d.reaction = expected.reaction)
union all
select 'answered by a reaction that is not its own', e.tenant_id, e.id, e.name || ' to ' || d.reaction
from events.events e
join events.deliveries d on d.tenant_id = e.tenant_id and d.event_id = e.id
where exists (select from named)
  and not exists (select from named n where n.event = e.name and n.reaction = d.reaction)
union all
select 'answered more than once', tenant_id, event_id, reaction
from events.deliveries
group by tenant_id, event_id, reaction having count(*) > 1
union all
select 'given up', d.tenant_id, d.event_id, d.reaction || ': ' || coalesce(d.error, '')
from events.deliveries d where d.state = 'stuck'
union all
select 'lies undelivered', e.tenant_id, e.id, e.name
from events.events e
where e.dispatched_at is null and e.at < (select max(at) from events.events) - interval '1 hour'
union all
select 'one message said twice', tenant_id, min(id), key
from notifications.messages
group by tenant_id, key having count(*) > 1
