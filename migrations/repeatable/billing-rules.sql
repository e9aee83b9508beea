-- An issued document never changes: a correction is another document that names it. Only the columns that say
-- how it was paid may still move, and only while it is unpaid; and what credit notes took back of it, which is
-- always their sum.

create or replace function billing.keep_invoice() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'Invoice % was issued and stays.', old.number using errcode = 'restrict_violation';
  end if;
  if to_jsonb(new) - array['state', 'paid_at', 'payment_attempt_id', 'from_credit_minor', 'credited_minor']
     is distinct from to_jsonb(old) - array['state', 'paid_at', 'payment_attempt_id', 'from_credit_minor', 'credited_minor']
     or old.state <> 'open' and to_jsonb(new) - 'credited_minor' is distinct from to_jsonb(old) - 'credited_minor'
     or to_jsonb(new) = to_jsonb(old) then
    raise exception 'Invoice % was issued and does not change.', old.number using errcode = 'restrict_violation';
  end if;
  if new.credited_minor <> old.credited_minor and new.credited_minor <> (
    select coalesce(sum(n.total_minor), 0) from billing.credit_notes n
    where n.tenant_id = new.tenant_id and n.invoice_id = new.id) then
    raise exception 'What was taken back of invoice % is what its credit notes say.', old.number
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace trigger invoices_keep before update or delete on billing.invoices
  for each row execute function billing.keep_invoice();

create or replace function billing.keep_invoice_line() returns trigger language plpgsql as $$
begin
  -- Once, and only what a credit note took back whole: its time may be sold again.
  if tg_op = 'UPDATE' and old.released_at is null and new.released_at is not null
     and to_jsonb(new) - 'released_at' = to_jsonb(old) - 'released_at'
     and new.gross_minor = (
       select coalesce(sum(c.gross_minor), 0) from billing.credit_note_lines c
       where c.tenant_id = new.tenant_id and c.invoice_line_id = new.id) then
    return new;
  end if;
  raise exception 'Lines of an issued invoice do not change.' using errcode = 'restrict_violation';
end $$;

create or replace trigger invoice_lines_keep before update or delete on billing.invoice_lines
  for each row execute function billing.keep_invoice_line();

create or replace function billing.keep_credit_note() returns trigger language plpgsql as $$
begin
  raise exception 'Credit note % was issued and stays.', old.number using errcode = 'restrict_violation';
end $$;

-- Two credit notes at once: the second waits here for the invoice's row, and the check on it says whether anything is left.
create or replace function billing.count_credit_note() returns trigger language plpgsql as $$
begin
  update billing.invoices set credited_minor = credited_minor + new.total_minor
  where tenant_id = new.tenant_id and id = new.invoice_id;
  return null;
end $$;

create or replace trigger credit_notes_count after insert on billing.credit_notes
  for each row execute function billing.count_credit_note();

create or replace function billing.keep_credit_note_line() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'Lines of an issued credit note do not change.' using errcode = 'restrict_violation';
  end if;
  if exists (
    select from billing.invoice_lines l
    join billing.credit_notes n on n.tenant_id = l.tenant_id and n.id = new.credit_note_id
    join lateral (
      select sum(c.gross_minor) as gross, sum(c.tax_minor) as tax from billing.credit_note_lines c
      where c.tenant_id = l.tenant_id and c.invoice_line_id = l.id) as taken on true
    where l.tenant_id = new.tenant_id and l.id = new.invoice_line_id
      and (taken.gross > l.gross_minor or taken.tax > l.tax_minor or l.invoice_id <> n.invoice_id)) then
    raise exception 'More is taken back of line % than it has, or by a note of another invoice.', new.invoice_line_id
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create or replace trigger credit_note_lines_keep after insert or update or delete on billing.credit_note_lines
  for each row execute function billing.keep_credit_note_line();

create or replace trigger credit_notes_keep before update or delete on billing.credit_notes
  for each row execute function billing.keep_credit_note();
