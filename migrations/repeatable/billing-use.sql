-- What was counted of a month stays as it is. One request asks for it at a time: it goes to another only after it was
-- given back.
create or replace function billing.keep_use_window() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'request_id') <> (to_jsonb(old) - 'request_id') then
    raise exception 'What % counted stays as it is.', old.id using errcode = 'restrict_violation';
  end if;
  if old.request_id is not null and new.request_id is not null and new.request_id <> old.request_id then
    raise exception 'What % counted is asked for already.', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace trigger use_windows_keep before update or delete on billing.use_windows
  for each row execute function billing.keep_use_window();
