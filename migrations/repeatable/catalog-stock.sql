-- Never oversold, whoever comes at the same moment: the plan's row is locked before its holds are counted, and a hold
-- beyond the limit is refused. A limit that is lowered below what runs already takes nothing away from anybody.

create or replace function catalog.guard_stock() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  most integer;
  held catalog.stock_holds := coalesce(new, old);
begin
  select stock_limit into most from catalog.plans
    where tenant_id = held.tenant_id and id = held.plan_id and stock_limit is not null for update;
  if not found then
    return null;
  end if;
  if new.quantity > coalesce(old.quantity, 0) and most < (
    select sum(quantity) from catalog.stock_holds
    where tenant_id = held.tenant_id and plan_id = held.plan_id
  ) then
    raise exception 'There are no more than % of plan %.', most, held.plan_id using errcode = 'restrict_violation';
  end if;
  -- Sold out or for sale again: pages kept for visitors say so (see shop-news.sql, which leaves this table out).
  perform pg_notify('hostwell_shop', coalesce(nullif(current_setting('app.tenant_id', true), ''), '*'));
  return null;
end $$;

create or replace trigger stock_holds_guard after insert or update or delete on catalog.stock_holds
  for each row execute function catalog.guard_stock();
