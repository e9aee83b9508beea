-- Who is to be asked for the next time, and when: what the subscription itself says, in a table so narrow that finding and
-- crossing off cost next to nothing. Whoever changes a subscription, in whatever way, changes this with it.

create or replace function billing.keep_asking_day() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.next_request_on is null or new.request_id is not null or new.cancel_at_end then
    delete from billing.asking_days where tenant_id = new.tenant_id and id = new.id;
  else
    insert into billing.asking_days (tenant_id, id, account_id, ask_on)
      values (new.tenant_id, new.id, new.account_id, new.next_request_on)
      on conflict (tenant_id, id) do update set account_id = excluded.account_id, ask_on = excluded.ask_on;
  end if;
  return null;
end $$;

create or replace trigger subscriptions_asking_day
  after update of next_request_on, request_id, cancel_at_end, account_id on billing.subscriptions
  for each row when (new.next_request_on is distinct from old.next_request_on
    or new.request_id is distinct from old.request_id
    or (new.cancel_at_end, new.account_id) <> (old.cancel_at_end, old.account_id))
  execute function billing.keep_asking_day();

-- New ones often come by the thousand: with an import, or with a past that is written at once.
create or replace function billing.begin_asking_days() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into billing.asking_days (tenant_id, id, account_id, ask_on)
    select tenant_id, id, account_id, next_request_on from added
    where next_request_on is not null and request_id is null and not cancel_at_end;
  return null;
end $$;

create or replace trigger subscriptions_asking_days_begin
  after insert on billing.subscriptions referencing new table as added
  for each statement execute function billing.begin_asking_days();
