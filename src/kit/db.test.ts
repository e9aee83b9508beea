import { sql } from "drizzle-orm"
import pg from "pg"
import { expect, test } from "vitest"
import { readAcrossTenants } from "./across-tenants.ts"
import { silentLog } from "./context.ts"
import { databaseErrorCode, isDatabaseBusy, type Transaction } from "./db.ts"
import { toProblem } from "./serve/problems.ts"
import { testDatabase } from "./testing/test-database.ts"
import { forget, remember } from "./transaction-memo.ts"

test("the tenant is the transaction's, and gone after it", async () => {
  await using at = await testDatabase({ maxConnections: 1 })
  const read = sql<{ tenant: string }>`select current_setting('app.tenant_id', true) as tenant`
  const inside = await at.database.transact("ten_a", async (db) => (await db.execute(read)).rows[0])
  expect(inside).toEqual({ tenant: "ten_a" })
  const after = await at.database.transactAcrossTenants(async (db) => (await db.execute(read)).rows[0])
  expect(after?.tenant ?? "").toBe("")
})

test("a tenant id that is no id never reaches SQL", async () => {
  await using at = await testDatabase()
  await expect(async () => at.database.transact("x'; drop schema work; --", async () => 1)).rejects.toThrow(
    "tenant id",
  )
})

test("a failed body leaves nothing behind and its connection is good again", async () => {
  await using at = await testDatabase({ maxConnections: 1 })
  const failing = at.database.transact("ten_a", async (db) => {
    await db.execute(sql`insert into kit.clock_offsets values ('x', 1)`)
    throw new Error("stop")
  })
  await expect(failing).rejects.toThrow("stop")
  const rows = await at.database.transactAcrossTenants((db) =>
    db.execute(sql`select * from kit.clock_offsets`),
  )
  expect(rows.rows).toEqual([])
})

test("what is written once stands alone behind the wall, and takes no second statement along", async () => {
  const statements: string[] = []
  await using at = await testDatabase({ onStatement: (text) => void statements.push(text) })
  const put = (id: string) =>
    sql`insert into kit.clock_offsets values (${id}, 1) returning current_setting('app.tenant_id') as tenant`
  const written = await at.database.writeOnce("ten_a", (db) => db.execute(put("a")))
  expect(written.rows).toEqual([{ tenant: "ten_a" }])
  expect(statements.filter((text) => text.includes("clock_offsets") || text === "commit")).toHaveLength(1)
  const twice = at.database.writeOnce("ten_a", async (db) => {
    await db.execute(put("b"))
    await db.execute(put("c"))
  })
  await expect(twice).rejects.toMatchObject({ cause: { message: expect.stringContaining("one statement") } })
  const kept = await readAcrossTenants(at.database, sql`select id from kit.clock_offsets order by id`)
  expect(kept).toEqual([{ id: "a" }, { id: "b" }])
})

/** Holds as long as that row is there. */
const guardOf = (id: string) => ({
  name: "test_guard",
  text: "select 1 from kit.clock_offsets where id = $1 for update",
  values: [id],
  refuse: () => new Error(`${id} is gone`),
})

test("a guard goes along with the first statement: where it does not hold nothing stays, whatever the body does", async () => {
  const statements: string[] = []
  await using at = await testDatabase({
    onStatement: (text) => void statements.push(text),
    maxConnections: 1,
  })
  const put = (id: string) => sql`insert into kit.clock_offsets values (${id}, 1)`
  const guarded = (guard: string, body: (db: Transaction) => Promise<unknown>) =>
    at.database.transact("ten_a", body, guardOf(guard))
  await at.database.transact("ten_a", (db) => db.execute(put("here")))
  // Also before the connection keeps the guard's question.
  for (const id of ["first", "later"]) {
    await expect(guarded("nowhere", (db) => db.execute(put(id)))).rejects.toThrow("nowhere is gone")
    await guarded("here", (db) => db.execute(put(`${id}, held`)))
  }
  statements.length = 0
  await guarded("here", (db) => db.execute(put("in one message")))
  expect(statements).toEqual([expect.stringContaining("insert"), "commit"])
  const swallowed = guarded("nowhere", async (db) => {
    await db.execute(put("swallowed")).catch(() => {})
    await db.execute(put("and on")).catch(() => {})
  })
  await expect(swallowed).rejects.toThrow("nowhere is gone")
  const broken = guarded("nowhere", (db) => db.execute(put("here")))
  await expect(broken, "its own failure tells nothing").rejects.toThrow("nowhere is gone")
  await expect(guarded("here", (db) => db.execute(put("here")))).rejects.toMatchObject({
    cause: { code: "23505" },
  })
  const kept = await readAcrossTenants(at.database, sql`select id from kit.clock_offsets order by id`)
  expect(kept.map(({ id }) => id)).toEqual(["first, held", "here", "in one message", "later, held"])
})

test("a look behind a guard is refused with it", async () => {
  await using at = await testDatabase()
  const looking = { ...guardOf("here"), text: "select 1 from kit.clock_offsets where id = $1" }
  const look = () => at.database.read("ten_a", (db) => db.execute(sql`select 1 as one`), looking)
  for (const _ of [1, 2]) await expect(look()).rejects.toThrow("here is gone")
  await at.database.transact("ten_a", (db) =>
    db.execute(sql`insert into kit.clock_offsets values ('here', 1)`),
  )
  for (const _ of [1, 2]) expect((await look()).rows).toEqual([{ one: 1 }])
})

test("what a transaction remembers ends with it, and is asked anew once it was written", async () => {
  await using at = await testDatabase()
  let looks = 0
  const ask = (db: Transaction) => remember(db, "offset", async () => ++looks)
  await at.database.transact("ten_a", async (db) => {
    expect([await ask(db), await ask(db)]).toEqual([1, 1])
    forget(db, "offset")
    expect([await ask(db), await ask(db)]).toEqual([2, 3])
  })
  await at.database.transact("ten_a", async (db) => expect(await ask(db)).toBe(4))
  await at.database.read("ten_a", async (db) => expect([await ask(db), await ask(db)]).toEqual([5, 6]))
})

test("whoever gets no connection in time is told to come back, and nothing was begun", async () => {
  await using at = await testDatabase({ maxConnections: 1 })
  const held = Promise.withResolvers<void>()
  const holding = at.database.transact("ten_a", () => held.promise)
  const refusal = (asked: Promise<unknown>) => asked.catch((error: unknown) => error)
  const refused = await Promise.all([
    refusal(at.database.transact("ten_a", async () => "begun")),
    // Without a transaction around it the statement layer wraps what the pool says.
    refusal(readAcrossTenants(at.database, sql`select 1 as one`)),
  ])
  held.resolve()
  await holding
  for (const error of refused) {
    expect(isDatabaseBusy(error)).toBe(true)
    const problem = toProblem(error, { language: "en", requestId: "req_1", log: silentLog })
    expect(problem).toMatchObject({ status: 503, code: "request.busy", retryAfterSeconds: 2 })
  }
  expect(isDatabaseBusy(new Error("another", { cause: new Error("timeout exceeded") }))).toBe(false)
})

test("two transactions that lock each other both finish: the loser runs again", async () => {
  await using at = await testDatabase()
  await at.database.transactAcrossTenants((db) =>
    db.execute(sql`insert into kit.clock_offsets values ('a', 0), ('b', 0)`),
  )
  const met = Promise.withResolvers<void>()
  let arrived = 0
  const cross = (first: string, second: string) =>
    at.database.transactAcrossTenants(async (db) => {
      await db.execute(sql`update kit.clock_offsets set offset_ms = offset_ms + 1 where id = ${first}`)
      arrived += 1
      if (arrived === 2) met.resolve()
      await met.promise
      await db.execute(sql`update kit.clock_offsets set offset_ms = offset_ms + 1 where id = ${second}`)
    })
  await Promise.all([cross("a", "b"), cross("b", "a")])
  // Three when one of the two lost; under load both may lose a turn.
  expect(arrived).toBeGreaterThanOrEqual(3)
  const rows = await at.database.transactAcrossTenants((db) =>
    db.execute(sql`select offset_ms::int as n from kit.clock_offsets`),
  )
  expect(rows.rows).toEqual([{ n: 2 }, { n: 2 }])
})

test("what is asked often keeps its plan, and a migration under it is not noticed", async () => {
  await using at = await testDatabase({ maxConnections: 2 })
  const insert = sql`insert into kit.clock_offsets values ('a', 7)`
  await at.database.transactAcrossTenants((db) => db.execute(insert))
  const read = () =>
    at.database.transactAcrossTenants(async (db) => {
      const found = await db.execute(sql`select * from kit.clock_offsets where id = ${"a"}`)
      const kept = await db.execute<{ name: string }>(
        sql`select name from pg_prepared_statements where statement like ${"%clock_offsets where id%"}`,
      )
      return { found: found.rows, kept: kept.rows.length }
    })
  // On both connections, and past the number of uses from which it has a name.
  for (let times = 0; times < 4; times++) await Promise.all([read(), read()])
  expect(await read()).toMatchObject({ found: [{ id: "a", offset_ms: "7" }], kept: 1 })
  const owner = new pg.Client({ connectionString: at.ownerUrl })
  await owner.connect()
  await owner.query("alter table kit.clock_offsets add column why text")
  await owner.end()
  const both = await Promise.all([read(), read()])
  for (const { found } of both) expect(found).toMatchObject([{ id: "a", offset_ms: "7", why: null }])
})

test("PostgreSQL's own code shows through", async () => {
  await using at = await testDatabase()
  const error = await at.database
    .transactAcrossTenants((db) => db.execute(sql`select 1/0`))
    .catch((failure: unknown) => failure)
  expect(databaseErrorCode(error)).toBe("22012")
})

test("a statement that a watch holds back is sent when it lets go", async () => {
  const seen: string[] = []
  const held = Promise.withResolvers<void>()
  await using at = await testDatabase({
    onStatement: (text, backend) => {
      seen.push(text)
      expect(backend).toBeGreaterThan(0)
      return text.startsWith("select 1") ? held.promise : undefined
    },
  })
  let isAnswered = false
  const asked = at.database.transactAcrossTenants(async (db) => {
    await db.execute(sql`select 1`)
    isAnswered = true
  })
  while (!seen.some((text) => text.startsWith("select 1"))) await new Promise(setImmediate)
  expect(isAnswered).toBe(false)
  held.resolve()
  await asked
  expect(seen).toEqual(["select 1", "commit"])
})
