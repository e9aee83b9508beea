import { sql } from "drizzle-orm"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { accountsOf } from "./accounts-of.ts"
import { fitsSearch } from "./fits-search.ts"
import { lookFor } from "./look-for.ts"
import { readNeedle } from "./needle.ts"

let at: TestDatabase
beforeAll(async () => {
  at = await testDatabase()
  const owner = new pg.Client({ connectionString: at.ownerUrl })
  await owner.connect()
  // Each part has what the search looks at and nothing else: no keys are looked up.
  await owner.query("set session_replication_role = replica")
  for (const tenant of ["one", "two"]) for (const part of PARTS) await owner.query(part, [tenant])
  await owner.end()
}, 120_000)
afterAll(() => at.drop())

/** Ten customers; each thing that is searched hangs on another of them, and the tenth went into the first. */
const PARTS = [
  `insert into identity.accounts (tenant_id, id, kind, name, person_name, company, email, language, country, address_lines,
      phone, merged_into_id, created_at)
    select $1, 'acc_' || n, 'business', (array['Kim 100%', '김서연', 'Ärzte_haus'])[1 + n % 3], 'Person ' || n,
      case when n = 4 then 'Orchard Ltd' end, 'm' || n || '@mail.example', 'ko', 'KR', '[]',
      case when n = 5 then '+82 10-4821-7730' end, case when n = 10 then 'acc_1' end, now()
    from generate_series(1, 10) n`,
  `insert into identity.people (tenant_id, id, name, email, phone, created_at, updated_at) values
    ($1, 'per_6', 'Bo Harbour', 'bo@dock.example', '+821055512399', now(), now())`,
  `insert into identity.members (tenant_id, id, person_id, account_id, role, created_at) values
    ($1, 'mem_6', 'per_6', 'acc_6', 'owner', now())`,
  `insert into identity.billing_contacts (tenant_id, id, account_id, name, email, language, gets_invoices) values
    ($1, 'con_7', 'acc_7', 'Books', 'invoices@ledger.example', 'en', true)`,
  `insert into provisioning.services (tenant_id, id, account_id, account_name, plan_id, product_type, plan_name, plan,
      location_id, image_id, hostname, state, desired, observed, suspension_reasons, addresses, created_at)
    select $1, 'srv_' || n, 'acc_' || n, '', '', 'vps', '{}', '{}', '', '', 'web' || n || '.orchid.example', 'active',
      'active', 'running', '[]', '[]', now()
    from unnest(array[8, 10]) n`,
  `insert into provisioning.service_addresses (tenant_id, id, service_id, address) values
    ($1, 'adr_8', 'srv_8', '203.0.113.77')`,
  `insert into billing.payment_requests (tenant_id, id, number, state, account_id, currency, net_minor, tax_minor,
      total_minor, created_at, due_on) values ($1, 'prq_9', 'PR-2026-77', 'open', 'acc_9', 'KRW', 0, 0, 0, now(), now())`,
]

const needles: readonly (readonly [string, readonly number[]])[] = [
  ["kim", [3, 6, 9]],
  ["서연", [1, 4, 7]],
  ["100%", [3, 6, 9]],
  ["s_ha", []],
  ["e_haus", [2, 5, 8]],
  ["orchard l", [4]],
  ["4821", [5]],
  ["82177", [5]],
  ["482 177", [5]],
  ["48211", []],
  ["010-4821", [5]],
  ["harbour", [6]],
  ["bo@do", [6]],
  ["5551239", [6]],
  ["ledger.ex", [7]],
  ["orchid", [1, 8]],
  ["web10.", [1]],
  ["203.0.113", [8]],
  ["pr-2026", [9]],
  ["srv_8", [8]],
  ["acc_10", [1]],
  ["m1", [1]],
  ["nobody", []],
]

describe("what the indexes find, and what going through the list finds", () => {
  it.each(needles)("%s", async (text, wanted) => {
    const needle = readNeedle(text)
    if (!needle) throw new Error(text)
    const { found, fitting } = await at.inTenant("one", async (ctx) => {
      const { rows } = await ctx.db.execute<{ id: string }>(sql`select a.id from identity.accounts a
        where a.merged_into_id is null and ${fitsSearch(needle)}`)
      const looked = await ctx.db.execute<{ id: string }>(sql`select a.id
        from ${accountsOf((await lookFor(ctx, needle)) ?? [])} a where a.merged_into_id is null`)
      return { found: looked.rows.map(({ id }) => id), fitting: rows.map(({ id }) => id) }
    })
    const ids = wanted.map((n) => `acc_${n}`).toSorted()
    expect(found.toSorted()).toEqual(ids)
    expect(fitting.toSorted()).toEqual(ids)
  })
})
