-- No coupon is used more often than it may be, whoever comes at the same moment: its row is locked before its uses are
-- counted. A limit that is lowered afterwards takes nothing back.

create or replace function catalog.guard_redemption() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  most integer;
begin
  select most_uses into most from catalog.coupons
    where tenant_id = new.tenant_id and id = new.coupon_id and most_uses is not null for update;
  if found and most < (
    select count(*) from catalog.redemptions where tenant_id = new.tenant_id and coupon_id = new.coupon_id
  ) then
    raise exception 'Coupon % may be used % times.', new.coupon_id, most using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create or replace trigger redemptions_guard after insert on catalog.redemptions
  for each row execute function catalog.guard_redemption();

-- What it takes off, and of what, stays: somebody may hold the code.
create or replace function catalog.keep_coupon() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - array['name', 'is_on', 'starts_on', 'ends_on', 'most_uses', 'most_per_customer']
     is distinct from to_jsonb(old) - array['name', 'is_on', 'starts_on', 'ends_on', 'most_uses', 'most_per_customer'] then
    raise exception 'What coupon % takes off does not change.', old.code using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace trigger coupons_keep before update on catalog.coupons
  for each row execute function catalog.keep_coupon();
