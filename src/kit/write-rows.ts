import { getTableColumns, type SQL, sql } from "drizzle-orm"
import type { PgColumn, PgTable } from "drizzle-orm/pg-core"
import type { Transaction } from "./db.ts"

/** As an array of each type is called in a statement. */
const arrayTypes: Readonly<Record<string, string>> = {
  text: "text",
  bigint: "int8",
  integer: "int4",
  boolean: "bool",
  date: "date",
  jsonb: "jsonb",
  "timestamptz(3)": "timestamptz",
}

/**
 * Any number of rows by one statement, whose text is the same for any number: one array for each column, and a single
 * value where all rows have the same. A thousand rows as `values` would be a new text of sixteen thousand parameters
 * each time. Columns that the first row leaves out keep their defaults in all of them.
 */
export async function insertRows<Table extends PgTable>(
  db: Transaction,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  { onConflict = "refuse" }: { readonly onConflict?: "refuse" | "ignore" } = {},
): Promise<void> {
  if (rows.length === 0) return
  const columns = readColumns(table, rows)
  await db.execute(sql`insert into ${table} (${listOf(columns.map(({ name }) => sql.identifier(name)))})
    select ${listOf(columns.map(valueOf))}${given(columns)}${onConflict === "ignore" ? sql` on conflict do nothing` : sql``}`)
}

/** The same for rows that are there: each is told by its id, and gets the other columns. */
export async function updateRows<Table extends PgTable>(
  db: Transaction,
  table: Table,
  rows: readonly ({ readonly id: string } & Partial<Table["$inferInsert"]>)[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = readColumns(table, rows)
  const id = columns.find(({ name }) => name === "id")
  if (!id) throw new Error("Rows are told by their id.")
  const changes = columns
    .filter((column) => column !== id)
    .map((column) => sql`${sql.identifier(column.name)} = ${valueOf(column)}`)
  await db.execute(
    sql`update ${table} set ${listOf(changes)}${given(columns)} where ${table}.id = ${valueOf(id)}`,
  )
}

interface GivenColumn {
  readonly name: string
  readonly type: SQL
  /** One for each row, or a single one where all are the same. */
  readonly values: readonly unknown[]
  readonly isSame: boolean
}

function readColumns(table: PgTable, rows: readonly object[]): GivenColumn[] {
  const known: Record<string, PgColumn> = getTableColumns(table)
  return Object.entries(rows[0] ?? {})
    .filter(([, first]) => first !== undefined)
    .map(([key]) => {
      const column = known[key]
      if (!column) throw new Error(`There is no column for ${key}.`)
      const values = rows.map((row) => encode(column, (row as Record<string, unknown>)[key]))
      const [first] = values
      return {
        name: column.name,
        type: typeOf(column),
        values,
        isSame: values.every((value) => value === first),
      }
    })
}

function encode(column: PgColumn, value: unknown): unknown {
  return value === null || value === undefined ? null : column.mapToDriverValue(value)
}

function typeOf(column: PgColumn): SQL {
  const type = arrayTypes[column.getSQLType()]
  if (!type) throw new Error(`Rows with a ${column.getSQLType()} are not written in sets yet.`)
  return sql`${sql.identifier(type)}`
}

function valueOf({ name, type, values, isSame }: GivenColumn): SQL {
  return isSame ? sql`${sql.param(values[0])}::${type}` : sql`given.${sql.identifier(name)}`
}

function given(columns: readonly GivenColumn[]): SQL {
  const each = columns.filter(({ isSame }) => !isSame)
  if (each.length === 0) return sql``
  const arrays = each.map(({ type, values }) => sql`${sql.param(values)}::${type}[]`)
  return sql` from unnest(${listOf(arrays)}) as given(${listOf(each.map(({ name }) => sql.identifier(name)))})`
}

function listOf(parts: SQL[] | ReturnType<typeof sql.identifier>[]): SQL {
  return sql.join(parts as SQL[], sql`, `)
}
