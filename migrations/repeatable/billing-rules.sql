-- An issued document never changes: a correction is another document that names it. Only the columns that say
-- how it was paid may still move, and only while it is unpaid.

create or replace function billing.keep_invoice() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'Invoice % was issued and stays.', old.number using errcode = 'restrict_violation';
  end if;
  if to_jsonb(new) - array['state', 'paid_at', 'payment_attempt_id']
     is distinct from to_jsonb(old) - array['state', 'paid_at', 'payment_attempt_id']
     or old.state = 'paid' then
    raise exception 'Invoice % was issued and does not change.', old.number using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace trigger invoices_keep before update or delete on billing.invoices
  for each row execute function billing.keep_invoice();

create or replace function billing.keep_invoice_line() returns trigger language plpgsql as $$
begin
  raise exception 'Lines of an issued invoice do not change.' using errcode = 'restrict_violation';
end $$;

create or replace trigger invoice_lines_keep before update or delete on billing.invoice_lines
  for each row execute function billing.keep_invoice_line();

create or replace function billing.keep_credit_note() returns trigger language plpgsql as $$
begin
  raise exception 'Credit note % was issued and stays.', old.number using errcode = 'restrict_violation';
end $$;

create or replace trigger credit_notes_keep before update or delete on billing.credit_notes
  for each row execute function billing.keep_credit_note();
