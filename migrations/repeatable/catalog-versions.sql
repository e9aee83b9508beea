-- Who bought keeps what was bought: a published version of a plan and its prices never change. A change is another version.

create or replace function catalog.keep_version() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'Version % of plan % was published and stays as it is.', old.number, old.plan_id
      using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;

create or replace trigger plan_versions_keep before update or delete on catalog.plan_versions
  for each row execute function catalog.keep_version();

-- Prices are written before their version is published, so that the program can't add one afterwards either. The owner's
-- hand (a migration, a repair) may.
create or replace function catalog.keep_price() returns trigger language plpgsql as $$
declare
  changed catalog.prices := coalesce(new, old);
begin
  if tg_op = 'INSERT' and current_user <> 'hostwell_app' then
    return new;
  end if;
  if exists (
    select 1 from catalog.plan_versions version
    where version.tenant_id = changed.tenant_id and version.published_at is not null
      and version.id in (changed.version_id, coalesce(old.version_id, changed.version_id))
  ) then
    raise exception 'Prices of a published version do not change.' using errcode = 'restrict_violation';
  end if;
  return changed;
end $$;

create or replace trigger prices_keep before insert or update or delete on catalog.prices
  for each row execute function catalog.keep_price();

-- What is on sale is a published version of the plan itself.
create or replace function catalog.check_current_version() returns trigger language plpgsql as $$
begin
  if new.current_version_id is not null and not exists (
    select 1 from catalog.plan_versions version
    where version.tenant_id = new.tenant_id and version.id = new.current_version_id
      and version.plan_id = new.id and version.published_at is not null
  ) then
    raise exception 'Plan % can only sell a published version of its own.', new.id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace trigger plans_current_version before insert or update on catalog.plans
  for each row execute function catalog.check_current_version();
