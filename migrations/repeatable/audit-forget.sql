-- Takes texts out of what was written down: whole values always, and inside of longer ones where the text can't be
-- taken for a word ("mina@example.com", "Mina Kim", "김민아", not "Al").
create or replace function audit.blot(given jsonb, texts text[])
returns jsonb language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
  written text := given::text;
  one text;
  quoted text;
begin
  foreach one in array texts loop
    quoted := to_jsonb(one)::text;
    written := replace(written, quoted, '"[erased]"');
    if length(one) >= 3 and one ~ '[^a-zA-Z]' then
      written := replace(written, substring(quoted from 2 for length(quoted) - 2), '[erased]');
    end if;
  end loop;
  return written::jsonb;
end $$;

-- The one way in which an audit row changes: what it says of a person who is forgotten goes, that it happened stays.
-- Of acts on their own account (their name, their address, a file's name) before and after go whole.
create or replace function audit.forget(people text[], accounts text[], texts text[])
returns bigint language sql security definer set search_path = pg_catalog, pg_temp as $$
  with forgotten as (
    update audit.entries set
      before = case when act like any (array['identity.%', 'customers.%']) then null else audit.blot(before, texts) end,
      after = case when act like any (array['identity.%', 'customers.%']) then null else audit.blot(after, texts) end,
      reason = audit.blot(to_jsonb(reason), texts) #>> '{}'
    where tenant_id = nullif(current_setting('app.tenant_id', true), '')
      and (subject_id = any (people) or subject_id = any (accounts) or account_id = any (accounts)
        or (actor_id = any (people) and act not like 'privacy.%'))
    returning 1)
  select count(*) from forgotten
$$;

revoke execute on function audit.forget(text[], text[], text[]) from public;
grant execute on function audit.forget(text[], text[], text[]) to hostwell_app;
