import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { accounts } from "#identity/tables"
import { fitsBeginning } from "#kit/begins-with.ts"
import type { Actor } from "#kit/context.ts"
import { FEW, fitting } from "#kit/few-or-many.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { listCustomers } from "./list-customers.ts"

const staff: Actor = { kind: "staff", personId: "per_staff", permissions: new Set(["customers.read"]) }
/** More than are looked up by their ids. */
const CUSTOMERS = FEW + 300

let at: TestDatabase
beforeAll(async () => {
  at = await testDatabase()
  const owner = new pg.Client({ connectionString: at.ownerUrl })
  await owner.connect()
  // No keys are looked up: what counts here is how many there are.
  await owner.query("set session_replication_role = replica")
  await owner.query(FILL, ["one", CUSTOMERS])
  await owner.query(TAGS, ["one", CUSTOMERS])
  await owner.query(FILL, ["two", 3])
  await owner.end()
}, 120_000)
afterAll(() => at.drop())

const ID = "'acc_' || lpad(n::text, 26, '0')"
const FILL = `
  insert into identity.accounts (tenant_id, id, kind, name, person_name, email, language, country, address_lines, created_at)
  select $1::text, ${ID}, 'consumer', 'Customer', 'Customer', 'c' || n || '@mail.example', 'ko', 'KR', '[]',
    timestamptz '2026-01-01' + make_interval(secs => n)
  from generate_series(1, $2::int) n`
/** Everybody wears one tag, three wear another. */
const TAGS = `
  insert into customers.account_tags (tenant_id, id, account_id, tag_id)
  select $1::text, 'tgd_' || tag || n, ${ID}, 'tag_' || tag
  from generate_series(1, $2::int) n, unnest(array['all', 'few']) as tag
  where tag = 'all' or n in (7, 77, 777)`

const list = (filter: {
  search?: string
  tagId?: string | undefined
  state?: "active" | "former" | "prospect"
  after?: string
}) =>
  at.inTenant("one", (ctx) => listCustomers(ctx, { kind: "all" }, { ...filter, limit: 2 }), { actor: staff })
const idOf = (n: number) => `acc_${String(n).padStart(26, "0")}`

describe("a filter in a list that goes by time", () => {
  it.each([
    ["that few fit", "tag_few", [777, 77, 7]],
    ["that more fit than are looked up", "tag_all", [CUSTOMERS, CUSTOMERS - 1, CUSTOMERS - 2]],
  ])("%s: newest first, page by page", async (_, tagId, newest) => {
    const first = await list({ tagId })
    expect(first.items.map(({ id }) => id)).toEqual(newest.slice(0, 2).map(idOf))
    const second = await list({ tagId, after: first.next ?? "" })
    expect(second.items[0]?.id).toBe(idOf(newest[2] ?? 0))
  })

  it.each([
    ["that everybody has", "mail.example", undefined, [CUSTOMERS, CUSTOMERS - 1, CUSTOMERS - 2]],
    ["that few have", "c125@", undefined, [125]],
    ["that few have, of those with a tag", "c77", "tag_few", [777, 77]],
    ["that everybody has, of those with a tag", "customer", "tag_few", [777, 77, 7]],
    ["that nobody has", "nobody", undefined, []],
  ])("words %s: newest first, page by page", async (_, search, tagId, newest) => {
    const first = await list({ search, tagId })
    expect(first.items.map(({ id }) => id)).toEqual(newest.slice(0, 2).map(idOf))
    const second = first.next ? await list({ search, tagId, after: first.next }) : { items: [] }
    expect(second.items[0]?.id).toBe(newest[2] && idOf(newest[2]))
  })

  it("nobody has bought anything", async () => {
    expect((await list({ state: "active" })).items).toEqual([])
    expect((await list({ state: "former" })).items).toEqual([])
    expect((await list({ state: "prospect" })).items.map(({ id }) => id)).toEqual(
      [CUSTOMERS, CUSTOMERS - 1].map(idOf),
    )
  })

  it.each([
    ["few", "c125", ["c125@mail.example", ...Array.from({ length: 10 }, (_, n) => `c125${n}@mail.example`)]],
    ["none", "nobody", []],
  ])("%s begin so", async (_, beginning, expected) => {
    expect((await emailsOf("one", beginning)).toSorted()).toEqual(expected.toSorted())
  })

  it("nearly all begin so, and those of another shop are not among them", async () => {
    expect(await emailsOf("one", "c")).toHaveLength(CUSTOMERS)
    expect(await emailsOf("two", "c")).toHaveLength(3)
  })
})

function emailsOf(tenant: string, beginning: string): Promise<string[]> {
  return at.inTenant(tenant, async (ctx) => {
    const fits = await fitting(ctx, accounts.id, [fitsBeginning(accounts.id, accounts.email, beginning)])
    const rows = await ctx.db.select({ email: accounts.email }).from(accounts).where(fits)
    return rows.map(({ email }) => email)
  })
}
