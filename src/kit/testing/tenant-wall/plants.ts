/** A table that keeps every rule: the ground in which the plants stand. */
export const WALLED = `
  create schema plant;
  grant usage on schema plant to hostwell_app;
  create table plant.pots (tenant_id text not null, id text not null, primary key (tenant_id, id));
  alter table plant.pots enable row level security;
  create policy tenant_wall on plant.pots to hostwell_app
    using (tenant_id = nullif(current_setting('app.tenant_id', true), ''));
  grant select, insert, update, delete on plant.pots to hostwell_app;`

/** What somebody may forget or get wrong, and the rule that sees it in the catalogue. */
export const plants: readonly (readonly [rule: string, what: string, sql: string])[] = [
  ["tenant-leads-the-key", "a table without tenants", "create table plant.forgotten (id text primary key)"],
  [
    "tenant-leads-the-key",
    "a key that begins with the id",
    "create table plant.turned (tenant_id text, id text, primary key (id, tenant_id))",
  ],
  ["unique-per-tenant", "a unique index over all tenants", "create unique index on plant.pots (id)"],
  ["row-level-security", "policies that are off", "alter table plant.pots disable row level security"],
  ["wall-policy", "no policy", "drop policy tenant_wall on plant.pots"],
  [
    "wall-policy",
    "a second policy that lets everyone in",
    "create policy open on plant.pots for select using (true)",
  ],
  [
    "wall-policy",
    "a check that is wider than the view",
    "create policy wide on plant.pots to hostwell_app using (tenant_id = nullif(current_setting('app.tenant_id', true), '')) with check (true)",
  ],
  [
    "foreign-keys-carry-the-tenant",
    "a key over the wall",
    "alter table plant.pots add unique (id), add pot text references plant.pots (id)",
  ],
  [
    "foreign-keys-keep-the-tenant",
    "a delete that empties the tenant",
    "alter table plant.pots add pot text, add foreign key (tenant_id, pot) references plant.pots on delete set null",
  ],
  ["app-owns-nothing", "a table that belongs to the program", "alter table plant.pots owner to hostwell_app"],
  ["app-rights", "the right to empty a table", "grant truncate on plant.pots to hostwell_app"],
  ["app-rights", "the right to make tables", "grant create on schema plant to hostwell_app"],
  [
    "app-bypasses-nothing",
    "a role that passes the wall",
    "create role plant_passes bypassrls; grant plant_passes to hostwell_app",
  ],
  [
    "views-ask-as-the-reader",
    "a view with its owner's eyes",
    "create view plant.all_pots as select * from plant.pots",
  ],
  [
    "views-ask-as-the-reader",
    "a copy of everybody's rows",
    "create materialized view plant.copy as select * from plant.pots; grant select on plant.copy to hostwell_app",
  ],
  [
    "definers-are-listed",
    "a function with its owner's rights",
    "create function plant.peek() returns bigint language sql security definer set search_path = pg_catalog as 'select 1::bigint'",
  ],
  [
    "definers-pin-their-path",
    "the same with the caller's search path",
    "create function plant.peek() returns bigint language sql security definer as 'select 1::bigint'",
  ],
  ["no-enums", "an enum", "create type plant.state as enum ('open')"],
]

/** What trying finds, in a database of its own where the plant is really there for the program to reach. */
export const holes: readonly (readonly [rules: readonly string[], what: string, sql: string])[] = [
  [[], "no hole", "select 1"],
  [
    ["not-seen", "not-seen-without-a-tenant", "not-changed", "not-deleted", "not-inserted", "not-moved"],
    "policies that are off",
    "alter table plant.pots disable row level security",
  ],
  [
    ["not-seen", "not-seen-without-a-tenant"],
    "a second policy for reading",
    "create policy open on plant.pots for select using (true)",
  ],
  [
    ["not-inserted"],
    "a second policy for writing",
    "create policy open on plant.pots for insert with check (true)",
  ],
  [
    ["not-referenced"],
    "a key without the tenant",
    "alter table plant.pots add unique (id), add pot text not null default 'x', add foreign key (pot) references plant.pots (id)",
  ],
  [
    ["rows-can-be-made"],
    "a table that the proof can't fill",
    "alter table plant.pots add code text not null check (code ~ '^[q]{7}[0-9]{3}$')",
  ],
]
