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
  options: InsertOptions = {},
): Promise<void> {
  if (rows.length > 0) await db.execute(insertOf(table, packColumns(table, rows), options))
}

/** The same for rows that are there: each is told by its id, and gets the other columns. */
export async function updateRows<Table extends PgTable>(
  db: Transaction,
  table: Table,
  rows: readonly ({ readonly id: string } & Partial<Table["$inferInsert"]>)[],
): Promise<void> {
  if (rows.length > 0) await db.execute(updateOf(table, packColumns(table, rows)))
}

export interface InsertOptions {
  readonly onConflict?: "refuse" | "ignore"
}

/** Rows as they are sent. Packed ahead, a statement costs the time between two others nothing. */
export interface PackedColumn {
  readonly name: string
  readonly type: SQL
  /** What all rows have, or one array of what each has, as the database reads it. */
  readonly value: Sent
  readonly isSame: boolean
}

export function packColumns<Table extends PgTable>(
  table: Table,
  rows: readonly Partial<Table["$inferInsert"]>[],
): PackedColumn[] {
  const known: Record<string, PgColumn> = getTableColumns(table)
  return Object.entries(rows[0] ?? {})
    .filter(([, first]) => first !== undefined)
    .map(([key]) => {
      const column = known[key]
      if (!column) throw new Error(`There is no column for ${key}.`)
      const values = rows.map((row) => encode(column, (row as Record<string, unknown>)[key]))
      const [first = null] = values
      const isSame = values.every((value) => value === first)
      return { name: column.name, type: typeOf(column), value: isSame ? first : arrayOf(values), isSame }
    })
}

export function insertOf(
  table: PgTable,
  columns: readonly PackedColumn[],
  { onConflict = "refuse" }: InsertOptions = {},
): SQL {
  return sql`insert into ${table} (${listOf(columns.map(({ name }) => sql.identifier(name)))})
    select ${listOf(columns.map(valueOf))}${given(columns)}${onConflict === "ignore" ? sql` on conflict do nothing` : sql``}`
}

export function updateOf(table: PgTable, columns: readonly PackedColumn[]): SQL {
  const id = columns.find(({ name }) => name === "id")
  if (!id) throw new Error("Rows are told by their id.")
  const changes = columns
    .filter((column) => column !== id)
    .map((column) => sql`${sql.identifier(column.name)} = ${valueOf(column)}`)
  return sql`update ${table} set ${listOf(changes)}${given(columns)} where ${table}.id = ${valueOf(id)}`
}

/** What every column of a type below becomes on its way. */
type Sent = string | number | bigint | boolean | null

function encode(column: PgColumn, value: unknown): Sent {
  return value === null || value === undefined ? null : (column.mapToDriverValue(value) as Sent)
}

function typeOf(column: PgColumn): SQL {
  const type = arrayTypes[column.getSQLType()]
  if (!type) throw new Error(`Rows with a ${column.getSQLType()} are not written in sets yet.`)
  return sql`${sql.identifier(type)}`
}

/** As the database reads an array. */
export function arrayOf(values: readonly Sent[]): string {
  return `{${values.map((value) => (value === null ? "NULL" : quoted(String(value)))).join(",")}}`
}

function quoted(text: string): string {
  return text.includes('"') || text.includes("\\") ? `"${text.replaceAll(/["\\]/g, "\\$&")}"` : `"${text}"`
}

function valueOf({ name, type, value, isSame }: PackedColumn): SQL {
  return isSame ? sql`${sql.param(value)}::${type}` : sql`given.${sql.identifier(name)}`
}

function given(columns: readonly PackedColumn[]): SQL {
  const each = columns.filter(({ isSame }) => !isSame)
  if (each.length === 0) return sql``
  const arrays = each.map(({ type, value }) => sql`${sql.param(value)}::${type}[]`)
  return sql` from unnest(${listOf(arrays)}) as given(${listOf(each.map(({ name }) => sql.identifier(name)))})`
}

function listOf(parts: SQL[] | ReturnType<typeof sql.identifier>[]): SQL {
  return sql.join(parts as SQL[], sql`, `)
}
