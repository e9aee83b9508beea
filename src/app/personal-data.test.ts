import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { fieldWords } from "#privacy/testing"
import { personalDataHolders, tablesWithoutPeople } from "./personal-data.ts"
import { sealedColumns } from "./sealed-columns.ts"

/** A column of such a name says something about somebody; "name" alone may be a thing's. */
const TELLING =
  /(^|_)(person_id|account_id|customer_id|member_id|actor_id|email|phone|address|recipient_\w+|person_name|account_name|user_agent|asked_by|invited_by|changed_by)$/
const NOT_TELLING = new Set(["ledger_account_id"])
/** Never handed out to anybody, whoever's it is. */
const SECRET = /hash|sealed|secret|token$|public_key|credential_id/

let at: TestDatabase
let columns: ReadonlyMap<string, readonly string[]>
beforeAll(async () => {
  at = await testDatabase()
  const owner = new pg.Client({ connectionString: at.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ place: string; columns: string[] }>(
    `select table_schema || '.' || table_name as place, array_agg(column_name::text) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in
      ('pg_catalog', 'information_schema', 'sandbox', 'dbos', 'drizzle') group by 1`,
  )
  columns = new Map(rows.map((row) => [row.place, row.columns]))
  await owner.end()
})
afterAll(() => at.drop())

const tables = personalDataHolders.flatMap((holder) => holder.tables)

/** Tables with a telling column that no holder and no reason names. */
function findForgotten(all: ReadonlyMap<string, readonly string[]>): string[] {
  const named = new Set([...tables.map(({ table }) => table), ...Object.keys(tablesWithoutPeople)])
  return [...all].filter(([place, names]) => !named.has(place) && names.some(tells)).map(([place]) => place)
}

function tells(column: string): boolean {
  return TELLING.test(column) && !NOT_TELLING.has(column)
}

describe("what is held about people", () => {
  it("has a word of its holder in every table that names somebody", () => {
    expect(columns.size).toBeGreaterThan(60)
    expect(findForgotten(columns)).toEqual([])
  })

  it("is missed where a new table names somebody and nobody speaks for it", () => {
    const planted = new Map([...columns, ["support.tickets", ["id", "account_id", "subject"]]])
    expect(findForgotten(planted)).toEqual(["support.tickets"])
  })

  it("leaves out and blanks columns that are there", () => {
    const gone = tables.flatMap(({ table, leftOut = [], erasure }) =>
      [...leftOut, ...(erasure.kind === "blanked" ? Object.keys(erasure.set) : [])]
        .filter((column) => !columns.get(table)?.includes(column))
        .map((column) => `${table}.${column}`),
    )
    expect(gone).toEqual([])
  })

  it("speaks of tables that are there, once each", () => {
    const named = tables.map(({ table, part }) => `${table} ${part ?? ""}`)
    expect(new Set(named).size).toBe(named.length)
    expect(tables.filter(({ table }) => !columns.has(table)).map(({ table }) => table)).toEqual([])
    expect(Object.keys(tablesWithoutPeople).filter((table) => !columns.has(table))).toEqual([])
  })

  it("hands out no secret, and has words for every column that it does hand out", () => {
    const sealed = new Set(sealedColumns.map((one) => `${one.schema}.${one.table}.${one.column}`))
    const given = tables
      .filter(({ withheld }) => withheld === undefined)
      .flatMap(({ table, leftOut = [] }) =>
        (columns.get(table) ?? [])
          .filter((column) => column !== "tenant_id" && !leftOut.includes(column))
          .map((column) => ({ table, column })),
      )
    const secrets = given.filter(
      ({ table, column }) => SECRET.test(column) || sealed.has(`${table}.${column}`),
    )
    expect(secrets).toEqual([])
    expect(given.filter(({ column }) => !(column in fieldWords))).toEqual([])
  })
})
