-- What visitors see of a shop may be another from this commit on: pages that are kept for them are dropped then
-- (src/app/http/shop-news.ts). Ids only, for everyone who may connect may listen; "*" where no tenant is set.
create or replace function tenancy.tell_shop_news() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('hostwell_shop', coalesce(nullif(current_setting('app.tenant_id', true), ''), '*'));
  return null;
end $$;

do $$
declare shown record;
begin
  -- What is held of a plan without a limit shows nowhere; of the others catalog-stock.sql tells. Coupons show in carts alone.
  for shown in select schemaname, tablename from pg_tables
    where schemaname in ('catalog', 'content', 'tenancy') and tablename not in ('stock_holds', 'coupons', 'redemptions') loop
    execute format(
      'create or replace trigger shop_news after insert or update or delete on %I.%I
         for each statement execute function tenancy.tell_shop_news()', shown.schemaname, shown.tablename);
  end loop;
end $$;
