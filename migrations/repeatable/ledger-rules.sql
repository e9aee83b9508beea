-- The ledger's two promises, said again by the database: what is booked stays, and every transfer sums to zero.

create or replace function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % of % is refused.', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end $$;

create or replace trigger transfers_append_only before update or delete on ledger.transfers
  for each row execute function ledger.refuse_change();
create or replace trigger postings_append_only before update or delete on ledger.postings
  for each row execute function ledger.refuse_change();

-- Checked at commit, per transfer, so the postings may come one by one.
create or replace function ledger.check_transfer(wanted_tenant text, wanted_transfer text) returns void
language plpgsql as $$
declare
  head ledger.transfers;
  postings_found integer;
  is_balanced boolean;
begin
  select * into head from ledger.transfers where tenant_id = wanted_tenant and id = wanted_transfer;
  select count(*), coalesce(sum(amount_minor), 0) = 0 and bool_and(currency = head.currency)
    into postings_found, is_balanced
    from ledger.postings where tenant_id = wanted_tenant and transfer_id = wanted_transfer;
  if postings_found < 2 or not is_balanced then
    raise exception 'Transfer % is out of balance.', wanted_transfer using errcode = 'check_violation';
  end if;
end $$;

create or replace function ledger.check_transfer_row() returns trigger language plpgsql as $$
begin
  perform ledger.check_transfer(new.tenant_id, new.id);
  return null;
end $$;

create or replace function ledger.check_posting_row() returns trigger language plpgsql as $$
begin
  perform ledger.check_transfer(new.tenant_id, new.transfer_id);
  return null;
end $$;

-- PostgreSQL has no "create or replace" for constraint triggers.
drop trigger if exists transfers_balanced on ledger.transfers;
create constraint trigger transfers_balanced after insert on ledger.transfers
  deferrable initially deferred for each row execute function ledger.check_transfer_row();
drop trigger if exists postings_balanced on ledger.postings;
create constraint trigger postings_balanced after insert on ledger.postings
  deferrable initially deferred for each row execute function ledger.check_posting_row();

-- What a customer has with us is never spent twice, whoever forgets to look: a balance of these roles can't turn into a debt.
create or replace function ledger.check_bound() returns trigger language plpgsql as $$
declare
  account text;
begin
  select name into account from ledger.accounts where tenant_id = new.tenant_id and id = new.ledger_account_id;
  if account ~ '^(credit|given|held):' then
    raise exception '% would fall below nothing.', account using errcode = 'check_violation';
  end if;
  return null;
end $$;

create or replace trigger balances_bounded after insert or update on ledger.balances
  for each row when (new.balance_minor > 0) execute function ledger.check_bound();
