-- What was used is never told anew: a correction is a further record. The bound role adds records and reads them; it holds
-- one that is put right, which asks for the right to change and changes nothing.
revoke delete, truncate on usage.records from hostwell_app;

create or replace function usage.keep_record() returns trigger language plpgsql as $$
begin
  raise exception 'Record % of use stays as it is.', old.id using errcode = 'restrict_violation';
end $$;

create or replace trigger records_keep before update on usage.records
  for each row execute function usage.keep_record();
