import type { Catalogue, Column, ForeignKey, Queryable, Table } from "./catalogue.ts"

/** A row as text per column, the form in which every type can be written. */
export type Row = Record<string, string | null>

/** A table whose rows can't be made from its catalogue entry alone: the proof says so instead of passing. */
export class NoValidRow extends Error {
  override readonly name = "NoValidRow"
}

/**
 * Makes and inserts the smallest rows that a table's types, CHECKs and foreign keys allow. Runs as the owner,
 * whom the wall doesn't hold; the tables' own triggers sleep meanwhile, for the rows only have to exist.
 */
export class RowMaker {
  readonly #owner: Queryable
  readonly #tables: ReadonlyMap<string, Table>
  readonly #made = new Map<string, Row>()
  readonly #beingMade = new Set<string>()
  #count = 0

  constructor(owner: Queryable, catalogue: Catalogue) {
    this.#owner = owner
    this.#tables = new Map(catalogue.tables.map((table) => [table.name, table]))
  }

  /** The tenant's one row of this table, made when first asked for. */
  async ensure(table: Table, tenant: string): Promise<Row> {
    const key = `${tenant} ${table.name}`
    const known = this.#made.get(key)
    if (known) return known
    this.#beingMade.add(key)
    const row = await this.plan(table, tenant)
    await this.#insert(table, row)
    this.#beingMade.delete(key)
    this.#made.set(key, row)
    return row
  }

  /** A row that isn't there yet, with keys of its own. */
  async plan(table: Table, tenant: string): Promise<Row> {
    this.#count++
    const row: Row = {}
    for (const column of table.columns) {
      if (column.isGenerated || (column.hasDefault && !isKeyColumn(table, column))) continue
      row[column.name] = column.notNull ? this.#anyValue(column) : null
    }
    if ("tenant_id" in row) row["tenant_id"] = tenant
    for (const key of table.foreignKeys) await this.#point(row, table, key, tenant)
    return { ...row, ...(await this.#obeyChecks(table, row)) }
  }

  async #point(row: Row, table: Table, key: ForeignKey, tenant: string): Promise<void> {
    const target = this.#tables.get(key.target)
    if (!target)
      throw new NoValidRow(`${table.name}: ${key.name} points at ${key.target}, which isn't there.`)
    const own = key.columns.filter((name) => name !== "tenant_id")
    const isSelf = target.name === table.name
    const columns = table.columns.filter((column) => own.includes(column.name))
    if (isSelf || this.#beingMade.has(`${tenant} ${target.name}`)) {
      if (columns.some((column) => !column.notNull)) return // stays null: the way out of every circle
      if (!isSelf) throw new NoValidRow(`${table.name}: ${key.name} closes a circle of required rows.`)
    }
    const there = isSelf ? row : await this.ensure(target, tenant)
    key.columns.forEach((name, index) => {
      row[name] = there[key.targetColumns[index] ?? ""] ?? row[name] ?? null
    })
  }

  /** The database itself picks the values that its CHECKs allow, from all that the CHECKs mention. */
  async #obeyChecks(table: Table, row: Row): Promise<Row> {
    if (table.checks.length === 0) return {}
    const fixed = new Set(
      table.foreignKeys.flatMap((key) => key.columns).filter((name) => row[name] !== null),
    )
    const names = [...new Set(table.checks.flatMap((check) => check.columns))]
    const columns = table.columns.filter((column) => names.includes(column.name) && !column.isGenerated)
    const values: unknown[] = []
    const sources = columns.map((column) => {
      const mentioned = table.checks
        .filter((check) => check.columns.includes(column.name))
        .flatMap((check) => literals(check.expression))
      const present = row[column.name]
      const isFixed = fixed.has(column.name) || column.name === "tenant_id"
      const wanted = isFixed ? [present ?? null] : this.#candidates(column, mentioned, present)
      const options = wanted.map((value) => {
        values.push(value)
        return `select $${values.length}::text`
      })
      const typed = `select value::${column.type} as ${quote(column.name)} from (${options.join(" union all ")}) as o(value)`
      const usable = fits(column)
      return `(${typed} where value is null or ${usable}) as ${quote(`of ${column.name}`)}`
    })
    const obeyed = table.checks.map((check) => `(${check.expression}) is not false`).join(" and ")
    const picked = columns.map((column) => `${quote(column.name)}::text`).join(", ")
    const text = `select ${picked} from ${sources.join(", ")} where ${obeyed} limit 1`
    const [found] = (await this.#owner.query(text, values)).rows as Row[]
    if (found) return found
    const checks = table.checks.map((check) => `${check.name}: ${check.expression}`).join("; ")
    throw new NoValidRow(`${table.name}: no value tried obeys ${checks}. Teach valid-rows.ts the pattern.`)
  }

  #candidates(column: Column, mentioned: readonly string[], present: string | null | undefined) {
    const numbers = mentioned.filter((text) => /^-?\d+$/.test(text))
    const near = numbers.flatMap((text) => [String(BigInt(text) + 1n), text])
    const isNumber = /^(smallint|integer|bigint|numeric)/.test(column.type)
    const options = isNumber ? ["1", ...near, "0", "-1"] : [...mentioned, this.#anyValue(column), ...SHAPES]
    // From one day to a later one.
    if (column.type === "date") options.push(LATER_DATE)
    if (present !== null && present !== undefined) options.unshift(present)
    return [...new Set<string | null>(column.notNull ? options : [...options, null])]
  }

  #anyValue(column: Column): string {
    const fresh = `wall-${this.#count}`
    const type = column.type.replace(/\(.*\)/, "")
    if (type.endsWith("[]")) return "{}"
    if (/^(text|character varying|character|citext)$/.test(type)) return fresh
    if (/^(smallint|integer|bigint|numeric|real|double precision)$/.test(type)) return String(this.#count)
    const known = VALUES[type]
    if (known !== undefined) return known
    if (type === "uuid") return `00000000-0000-7000-8000-${String(this.#count).padStart(12, "0")}`
    throw new NoValidRow(`${column.name} is ${column.type}: teach valid-rows.ts a value of that type.`)
  }

  async #insert(table: Table, row: Row): Promise<void> {
    const name = quoteName(table.name)
    await this.#owner.query("begin")
    try {
      await this.#owner.query(`alter table ${name} disable trigger user`)
      await insertRow(this.#owner, table, row)
      await this.#owner.query(`alter table ${name} enable trigger user`)
      await this.#owner.query("commit")
    } catch (error) {
      await this.#owner.query("rollback")
      const words = error instanceof Error ? error.message : String(error)
      throw new NoValidRow(`${table.name}: ${words}`, { cause: error })
    }
  }
}

export async function insertRow(db: Queryable, table: Table, row: Row): Promise<void> {
  const columns = table.columns.filter((column) => column.name in row)
  const names = columns.map((column) => quote(column.name)).join(", ")
  const places = columns.map((column, index) => `$${index + 1}::text::${column.type}`).join(", ")
  const values = columns.map((column) => row[column.name])
  await db.query(`insert into ${quoteName(table.name)} (${names}) values (${places})`, values)
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function quoteName(name: string): string {
  return name.split(".").map(quote).join(".")
}

function isKeyColumn(table: Table, column: Column): boolean {
  return table.primaryKey.includes(column.name)
}

/** What is between quotes or stands as a number in a CHECK. */
function literals(expression: string): string[] {
  const quoted = [...expression.matchAll(/'((?:[^']|'')*)'/g)].map((match) =>
    (match[1] ?? "").replaceAll("''", "'"),
  )
  const numbers = [...expression.matchAll(/(?<![\w.'])-?\d+(?![\w.'])/g)].map((match) => match[0])
  return [...quoted, ...numbers]
}

/** Candidates come as text; only those that can be read as the column's type may be cast. */
function fits(column: Column): string {
  const type = column.type.replace(/\(.*\)/, "")
  return type === "text" ? "true" : `pg_input_is_valid(value, ${`'${column.type.replaceAll("'", "''")}'`})`
}

/** Texts that patterns in CHECKs tend to ask for. */
const SHAPES = [
  "a",
  "a1",
  "A",
  "1",
  "KR",
  "KRW",
  "en",
  "a@example.com",
  "example.com",
  "https://example.com/",
  "192.0.2.1",
  "2026-01-01",
  "2026-01",
  "010-0000-0000",
  "+821000000000",
  "0".repeat(64),
  "0".repeat(32),
  "inv_00000000000000000000000000",
  "{}",
  "[]",
]

const LATER_DATE = "2026-02-01"

const VALUES: Readonly<Record<string, string>> = {
  boolean: "false",
  "timestamp with time zone": "2026-01-01T00:00:00Z",
  "timestamp without time zone": "2026-01-01T00:00:00",
  date: "2026-01-01",
  "time without time zone": "00:00:00",
  interval: "1 day",
  json: "{}",
  jsonb: "{}",
  bytea: "\\x00",
  inet: "192.0.2.1",
  cidr: "192.0.2.0/24",
  tsvector: "a",
  xid8: "1",
  oid: "1",
}
