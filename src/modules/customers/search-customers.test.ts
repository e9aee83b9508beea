import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { monotonicMs } from "#kit/clock.ts"
import type { Actor } from "#kit/context.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { readNeedle } from "./needle.ts"
import { searchCustomers } from "./search-customers.ts"

const staff: Actor = { kind: "staff", personId: "per_staff", permissions: new Set(["customers.read"]) }
/** Enough that the database prefers its index; making them is most of the time this takes. */
const CUSTOMERS = 10_000

let at: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  at = await testDatabase()
  owner = new pg.Client({ connectionString: at.ownerUrl })
  await owner.connect()
  await fill("one", CUSTOMERS)
  await fill("two", 1_000)
  await owner.query("analyze identity.accounts, identity.people, provisioning.services")
}, 240_000)
afterAll(async () => {
  await owner.end()
  await at.drop()
})

/** Every seventh name is Korean; numbers and host names are spread by a multiplication, so that halves are rare. */
async function fill(tenant: string, count: number): Promise<void> {
  const spread = "((n * 7919::bigint + 104729) % 100000000)"
  await owner.query(
    `insert into identity.accounts (tenant_id, id, kind, name, person_name, email, language, country, address_lines, phone, created_at)
     select $1::text, 'acc_' || lpad(n::text, 26, '0'), 'consumer', name, name, 'c' || n || '@host' || n % 500 || '.example', 'ko', 'KR', '[]',
       '+8210' || lpad(${spread}::text, 8, '0'), now() - make_interval(secs => n)
     from (select n, case when n % 7 = 0 then '김' || chr(44032 + n % 900) || chr(45000 + n / 900) else 'Customer ' || n end as name
       from generate_series(1, $2::int) n) as made`,
    [tenant, count],
  )
}

async function find(text: string, tenant = "one"): Promise<string[]> {
  const found = await at.inTenant(
    tenant,
    (ctx) => searchCustomers(ctx, { kind: "all" }, { text, limit: 10 }),
    {
      actor: staff,
    },
  )
  return found.map((one) => one.accountId)
}

const idOf = (n: number) => `acc_${String(n).padStart(26, "0")}`
const phoneOf = (n: number) => String((n * 7_919 + 104_729) % 100_000_000).padStart(8, "0")

describe("a search among 10,000 customers", () => {
  it("reads an index and not the table", async () => {
    const plan = await owner.query<{ "QUERY PLAN": string }>(
      `explain (analyze, buffers off, timing off, costs off)
       select id from identity.accounts a where a.tenant_id = 'one'
         and customers.number_grams(a.phone) @> customers.half_grams('${phoneOf(4_321)}') limit 10`,
    )
    const words = plan.rows.map((row) => row["QUERY PLAN"]).join("\n")
    expect(words).toContain("accounts_numbers")
    expect(words).not.toContain("Seq Scan")
  })

  it.each([
    ["half of a telephone number", phoneOf(4_321).slice(1), idOf(4_321)],
    [
      "a number with its zero and hyphens",
      `010-${phoneOf(7_777).slice(0, 4)}-${phoneOf(7_777).slice(4)}`,
      idOf(7_777),
    ],
    ["half a mail address", "c9998@", idOf(9_998)],
    [
      "a name in Korean",
      `김${String.fromCodePoint(44_032 + (9_996 % 900), 45_000 + Math.floor(9_996 / 900))}`,
      idOf(9_996),
    ],
    [
      "two letters of one",
      String.fromCodePoint(44_032 + (9_996 % 900), 45_000 + Math.floor(9_996 / 900)),
      idOf(9_996),
    ],
    ["a customer number", idOf(4_711), idOf(4_711)],
  ])("finds by %s within 50 ms", async (_, text, wanted) => {
    expect(await find(text)).toContain(wanted)
    // The quickest of five: what the machine does meanwhile is not the search's.
    const took = []
    for (let round = 0; round < 5; round++) {
      const begin = monotonicMs()
      await find(text)
      took.push(monotonicMs() - begin)
    }
    expect(Math.min(...took)).toBeLessThan(50)
  })

  it("finds what everybody has within 250 ms, and no more than was asked for", async () => {
    const begin = monotonicMs()
    expect(await find("example")).toHaveLength(10)
    expect(monotonicMs() - begin).toBeLessThan(250)
  })

  it("stays in its own shop", async () => {
    const text = "c500@host"
    expect(await find(text)).toEqual([idOf(500)])
    expect(await find(text, "two")).toEqual([idOf(500)])
    expect(await find(phoneOf(4_321), "two")).toEqual([])
    const none = await at.database.transactAcrossTenants((db) =>
      db.execute("select * from customers.search('customer', null, 10)"),
    )
    expect(none.rows).toEqual([])
  })

  it("is the staff's: an account's reach finds nobody", async () => {
    const reach = { kind: "accounts", accountIds: [idOf(500)] } as const
    expect(
      await at.inTenant("one", (ctx) => searchCustomers(ctx, reach, { text: "c500@host", limit: 10 })),
    ).toEqual([])
  })
})

it.each([
  ["  Kim ", { words: "kim", digits: null }],
  ["010-1234", { words: "010-1234", digits: "101234" }],
  ["+82 (10) 1234", { words: "+82 (10) 1234", digits: "82101234" }],
  ["203.0.113.7", { words: "203.0.113.7", digits: "20301137" }],
  ["12", { words: "12", digits: null }],
  ["7", undefined],
  ["", undefined],
])("%j is read as %j", (text, wanted) => {
  expect(readNeedle(text)).toEqual(wanted)
})
