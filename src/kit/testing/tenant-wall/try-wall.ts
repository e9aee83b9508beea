import { appRole } from "../../tenant-table.ts"
import type { Catalogue, ForeignKey, Queryable, Table } from "./catalogue.ts"
import { type WallExceptions, type WallFault, walledTables } from "./inspect-wall.ts"
import { insertRow, NoValidRow, quote, quoteName, type Row, RowMaker } from "./valid-rows.ts"

/** One connection each: what the owner makes must be there for the bound role to try. */
export interface WallConnections {
  readonly owner: Queryable
  /** Signed in as hostwell_app, as the program is. */
  readonly app: Queryable
}

/** What was tried on one table. */
export interface WallTrial {
  readonly table: string
  readonly attempts: number
  readonly faults: readonly WallFault[]
}

const TENANT_A = "ten_walltriala"
const TENANT_B = "ten_walltrialb"

/** Puts a row of B into every table and then tries, from A's connection, all that must not work. */
export async function tryWall(
  connections: WallConnections,
  catalogue: Catalogue,
  exceptions: WallExceptions,
): Promise<WallTrial[]> {
  const tables = walledTables(catalogue, exceptions)
  const maker = new RowMaker(connections.owner, catalogue)
  const trials: WallTrial[] = []
  for (const table of tables) trials.push(await tryTable({ ...connections, table, maker }, tables))
  return trials
}

async function tryTable(attempt: Attempt, tables: readonly Table[]): Promise<WallTrial> {
  const { table, maker } = attempt
  try {
    await maker.ensure(table, TENANT_A)
    await maker.ensure(table, TENANT_B)
  } catch (error) {
    if (!(error instanceof NoValidRow)) throw error
    const fault = { rule: "rows-can-be-made", where: table.name, words: error.message }
    return { table: table.name, attempts: 0, faults: [fault] }
  }
  const faults: WallFault[] = []
  for (const [rule, attack] of Object.entries(ATTACKS)) {
    const words = await attack(attempt)
    if (words) faults.push({ rule, where: table.name, words })
  }
  const keys = table.foreignKeys.filter((key) => tables.some((target) => target.name === key.target))
  for (const key of keys) {
    const words = await tryReferencing(attempt, key, tables)
    if (words) faults.push({ rule: "not-referenced", where: `${table.name} ${key.name}`, words })
  }
  return { table: table.name, attempts: Object.keys(ATTACKS).length + keys.length, faults }
}

interface Attempt extends WallConnections {
  readonly table: Table
  readonly maker: RowMaker
}

/** What went through that should not have, in words; undefined when the wall held. */
type Finding = string | undefined

const ATTACKS: Readonly<Record<string, (attempt: Attempt) => Promise<Finding>>> = {
  "not-seen": async ({ app, table }) => {
    const counted = await asTenant(
      app,
      TENANT_A,
      `select tenant_id, count(*) from ${quoteName(table.name)} group by 1`,
    )
    if (counted.refusal) return allowed(counted.refusal, [NO_RIGHT])
    const seen = counted.rows.map((row) => String(row["tenant_id"]))
    if (seen.includes(TENANT_B)) return "A sees a row of B."
    return seen.includes(TENANT_A)
      ? undefined
      : "A does not see its own row, so not seeing B's proves nothing."
  },
  "not-seen-without-a-tenant": async ({ app, table }) => {
    const name = quoteName(table.name)
    const bare = await asTenant(app, undefined, `select count(*)::int as rows from ${name}`)
    const emptied = await asTenant(app, "", `select count(*)::int as rows from ${name}`)
    const seen = [bare, emptied].some((result) => Number(result.rows[0]?.["rows"] ?? 0) > 0)
    return seen ? "A connection that belongs to no tenant sees rows." : undefined
  },
  "not-changed": async (attempt) => {
    const column = quote(attempt.table.columns.find((one) => !one.isGenerated)?.name ?? "tenant_id")
    return tryOnB(
      attempt,
      `update ${quoteName(attempt.table.name)} set ${column} = ${column} where tenant_id = $1`,
    )
  },
  "not-deleted": (attempt) =>
    tryOnB(attempt, `delete from ${quoteName(attempt.table.name)} where tenant_id = $1`),
  "not-inserted": async (attempt) => {
    const { table, maker } = attempt
    const row = await maker.plan(table, TENANT_B)
    const result = await inTenantEvenWithoutTriggers(attempt, (db) =>
      insertRow(db, table, row).then(() => []),
    )
    return result.refusal ? allowed(result.refusal, [NO_RIGHT]) : "A writes a row as B."
  },
  "not-moved": async (attempt) => {
    const text = `update ${quoteName(attempt.table.name)} set tenant_id = $1 where tenant_id = $2 returning 1`
    const result = await inTenantEvenWithoutTriggers(attempt, async (db) => {
      return (await db.query(text, [TENANT_B, TENANT_A])).rows
    })
    if (result.refusal) return allowed(result.refusal, [NO_RIGHT])
    return result.rows.length > 0 ? "A moves its row to B." : "A could not try: its own row was not there."
  },
}

/**
 * As A, from A's own connection. Where the table's triggers said no before the wall was asked ("an issued invoice
 * does not change"), once more in the program's role while they sleep: the wall must hold without their help.
 */
async function inTenantEvenWithoutTriggers(
  { app, owner, table }: Attempt,
  body: (db: Queryable) => Promise<Record<string, unknown>[]>,
): Promise<Outcome> {
  const outcome = await inTenant(app, TENANT_A, () => body(app))
  if (!outcome.refusal || outcome.refusal.code === NO_RIGHT) return outcome
  return inTransaction(owner, async () => {
    await owner.query(`alter table ${quoteName(table.name)} disable trigger user`)
    await owner.query(`set local role ${appRole.name}`)
    await owner.query("select set_config('app.tenant_id', $1, true)", [TENANT_A])
    return body(owner)
  })
}

async function tryOnB({ app, table }: Attempt, text: string): Promise<Finding> {
  const result = await asTenant(app, TENANT_A, `${text} returning 1`, [TENANT_B])
  if (result.refusal) return allowed(result.refusal, [NO_RIGHT])
  return result.rows.length > 0 ? `A reaches ${result.rows.length} row(s) of B in ${table.name}.` : undefined
}

/** A row of A that names a row of B: by a new row, and where the role may, by changing its own. */
async function tryReferencing(attempt: Attempt, key: ForeignKey, tables: readonly Table[]): Promise<Finding> {
  const { app, owner, table, maker } = attempt
  const target = tables.find((one) => one.name === key.target)
  const foreign = target ? await maker.ensure(target, TENANT_B) : {}
  const pointing: Row = {}
  key.columns.forEach((name, index) => {
    if (name !== "tenant_id") pointing[name] = foreign[key.targetColumns[index] ?? ""] ?? null
  })
  if (Object.keys(pointing).length === 0) return undefined
  const row = { ...(await maker.plan(table, TENANT_A)), ...pointing }
  const inserted = await inTenant(app, TENANT_A, () => insertRow(app, table, row).then(() => []))
  if (!inserted.refusal) return "A's new row points at a row of B."
  if (inserted.refusal.code === NO_SUCH_TARGET) return undefined
  // A trigger or another rule said no first, which proves nothing about the key: ask the key alone.
  const name = quoteName(table.name)
  const changed = await inTransaction(owner, async () => {
    await owner.query(`alter table ${name} disable trigger user`)
    const places = Object.keys(pointing).map((column, index) => `${quote(column)} = $${index + 2}`)
    await owner.query(`update ${name} set ${places.join(", ")} where tenant_id = $1`, [
      TENANT_A,
      ...Object.values(pointing),
    ])
    return []
  })
  if (!changed.refusal) return "A row of A can point at a row of B."
  return allowed(changed.refusal, [NO_SUCH_TARGET])
}

const NO_RIGHT = "42501"
const NO_SUCH_TARGET = "23503"

interface Refused {
  readonly code: string
  readonly message: string
}

/** Only the wall's own "no" counts: an unrelated error would make every attempt look safe. */
function allowed(refusal: Refused, codes: readonly string[]): Finding {
  return codes.includes(refusal.code)
    ? undefined
    : `It failed for another reason: ${refusal.code} ${refusal.message}`
}

interface Outcome {
  readonly rows: readonly Record<string, unknown>[]
  readonly refusal?: Refused
}

async function asTenant(
  app: Queryable,
  tenant: string | undefined,
  text: string,
  values: unknown[] = [],
): Promise<Outcome> {
  return inTenant(app, tenant, async () => (await app.query(text, values)).rows)
}

async function inTenant(
  app: Queryable,
  tenant: string | undefined,
  body: () => Promise<Record<string, unknown>[]>,
): Promise<Outcome> {
  return inTransaction(app, async () => {
    if (tenant !== undefined) await app.query("select set_config('app.tenant_id', $1, true)", [tenant])
    return body()
  })
}

/** Everything tried is taken back, whether it went through or not; what waits for the commit is asked at once. */
async function inTransaction(
  db: Queryable,
  body: () => Promise<Record<string, unknown>[]>,
): Promise<Outcome> {
  await db.query("begin")
  try {
    const rows = await body()
    await db.query("set constraints all immediate")
    return { rows }
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    if (typeof code !== "string") throw error
    return { rows: [], refusal: { code, message: String(message) } }
  } finally {
    await db.query("rollback")
  }
}
