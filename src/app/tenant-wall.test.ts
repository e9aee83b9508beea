import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { definerFunctions, tablesOutsideTheWall } from "#kit/outside-the-wall.ts"
import { appRole } from "#kit/tenant-table.ts"
import { readCatalogue } from "#kit/testing/tenant-wall/catalogue.ts"
import { inspectWall, type WallFault } from "#kit/testing/tenant-wall/inspect-wall.ts"
import { tryWall, type WallConnections } from "#kit/testing/tenant-wall/try-wall.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"

const exceptions = { tables: tablesOutsideTheWall, definers: definerFunctions }

let at: TestDatabase
let owner: pg.Client
let app: pg.PoolClient
beforeAll(async () => {
  at = await testDatabase()
  owner = new pg.Client({ connectionString: at.ownerUrl })
  await owner.connect()
  app = await at.database.pool.connect()
})
afterAll(async () => {
  app.release()
  await owner.end()
  await at.drop()
})

describe("the wall between tenants", () => {
  it("stands in the catalogue, for every table but the listed ones", async () => {
    const catalogue = await readCatalogue(owner, appRole.name)
    expect(catalogue.tables.length).toBeGreaterThan(20)
    expect(inspectWall(catalogue, exceptions).map(inWords)).toEqual([])
  })

  it("holds when it is really tried: a row of B in every table, and A at it", async () => {
    const trial = await tryWall({ owner, app }, await readCatalogue(owner, appRole.name), exceptions)
    expect(trial.faults.map(inWords)).toEqual([])
    expect(trial.attempts).toBeGreaterThan(trial.tables * 5)
  })
})

const WALLED = `
  create schema plant;
  grant usage on schema plant to hostwell_app;
  create table plant.pots (tenant_id text not null, id text not null, primary key (tenant_id, id));
  alter table plant.pots enable row level security;
  create policy tenant_wall on plant.pots to hostwell_app
    using (tenant_id = nullif(current_setting('app.tenant_id', true), ''));
  grant select, insert, update, delete on plant.pots to hostwell_app;`

/** What somebody may forget or get wrong, and the rule that sees it in the catalogue. */
const plants: readonly (readonly [rule: string, what: string, sql: string])[] = [
  ["tenant-leads-the-key", "a table without tenants", "create table plant.forgotten (id text primary key)"],
  ["tenant-leads-the-key", "a key that begins with the id", "create table plant.turned (tenant_id text, id text, primary key (id, tenant_id))"],
  ["unique-per-tenant", "a unique index over all tenants", "create unique index on plant.pots (id)"],
  ["row-level-security", "policies that are off", "alter table plant.pots disable row level security"],
  ["wall-policy", "no policy", "drop policy tenant_wall on plant.pots"],
  ["wall-policy", "a second policy that lets everyone in", "create policy open on plant.pots for select using (true)"],
  ["wall-policy", "a check that is wider than the view", "create policy wide on plant.pots to hostwell_app using (tenant_id = nullif(current_setting('app.tenant_id', true), '')) with check (true)"],
  ["foreign-keys-carry-the-tenant", "a key over the wall", "alter table plant.pots add unique (id), add pot text references plant.pots (id)"],
  ["foreign-keys-keep-the-tenant", "a delete that empties the tenant", "alter table plant.pots add pot text, add foreign key (tenant_id, pot) references plant.pots on delete set null"],
  ["app-owns-nothing", "a table that belongs to the program", "alter table plant.pots owner to hostwell_app"],
  ["app-rights", "the right to empty a table", "grant truncate on plant.pots to hostwell_app"],
  ["app-rights", "the right to make tables", "grant create on schema plant to hostwell_app"],
  ["app-bypasses-nothing", "a role that passes the wall", "create role plant_passes bypassrls; grant plant_passes to hostwell_app"],
  ["views-ask-as-the-reader", "a view with its owner's eyes", "create view plant.all_pots as select * from plant.pots"],
  ["views-ask-as-the-reader", "a copy of everybody's rows", "create materialized view plant.copy as select * from plant.pots; grant select on plant.copy to hostwell_app"],
  ["definers-are-listed", "a function with its owner's rights", "create function plant.peek() returns bigint language sql security definer set search_path = pg_catalog as 'select 1::bigint'"],
  ["definers-pin-their-path", "the same with the caller's search path", "create function plant.peek() returns bigint language sql security definer as 'select 1::bigint'"],
  ["no-enums", "an enum", "create type plant.state as enum ('open')"],
]

describe("each part of the wall has been seen to be missing", () => {
  it("a planted table that keeps every rule adds no fault", async () => {
    expect(await faultsAfter("select 1")).toEqual([])
  })

  it.each(plants)("%s: %s", async (rule, _, sql) => {
    expect(await faultsAfter(sql)).toContain(rule)
  })

  it("an exemption that fits nothing is reported", async () => {
    const wrong = { tables: { ...exceptions.tables, "billing.nothing": "gone" }, definers: exceptions.definers }
    const faults = inspectWall(await readCatalogue(owner, appRole.name), wrong)
    expect(faults.map((fault) => fault.where)).toContain("billing.nothing")
  })

  /** Planted and looked at in one transaction that is taken back. */
  async function faultsAfter(sql: string): Promise<string[]> {
    await owner.query("begin")
    try {
      await owner.query(`${WALLED}; ${sql}`)
      const faults = inspectWall(await readCatalogue(owner, appRole.name), exceptions)
      return faults.filter((fault) => /plant/.test(fault.where)).map((fault) => fault.rule)
    } finally {
      await owner.query("rollback")
    }
  }
})

/** What trying finds, in a database of its own where the plant is really there for the program to reach. */
const holes: readonly (readonly [rules: readonly string[], what: string, sql: string])[] = [
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
  [["not-inserted"], "a second policy for writing", "create policy open on plant.pots for insert with check (true)"],
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

describe("each hole has been seen to be found by trying", () => {
  it.each(holes)("%j: %s", async (rules, _, sql) => {
    await using cloned = await testDatabase()
    const planter = new pg.Client({ connectionString: cloned.ownerUrl })
    await planter.connect()
    const client = await cloned.database.pool.connect()
    try {
      await planter.query(`${WALLED}; ${sql}`)
      expect(new Set(await rulesFoundIn({ owner: planter, app: client }))).toEqual(new Set(rules))
    } finally {
      client.release()
      await planter.end()
    }
  })

  async function rulesFoundIn(connections: WallConnections): Promise<string[]> {
    const catalogue = await readCatalogue(connections.owner, appRole.name)
    const planted = catalogue.tables.filter((table) => table.name.startsWith("plant."))
    const trial = await tryWall(connections, { ...catalogue, tables: planted }, exceptions)
    return trial.faults.map((fault) => fault.rule)
  }
})

function inWords(fault: WallFault): string {
  return `${fault.where} [${fault.rule}] ${fault.words}`
}
