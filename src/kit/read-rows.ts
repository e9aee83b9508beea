import { Column, getTableColumns } from "drizzle-orm"
import type { PgTable } from "drizzle-orm/pg-core"

/** Reads rows of a table that were asked for as they are, one by one: a select does it for all of them at once. */
export function rowReader<Table extends PgTable>(
  table: Table,
): (raw: Readonly<Record<string, unknown>>) => Table["$inferSelect"] {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => {
    const isPlain = column.mapFromDriverValue === Column.prototype.mapFromDriverValue
    return { key, column, isPlain }
  })
  return (raw) => {
    const row: Record<string, unknown> = {}
    for (const { key, column, isPlain } of columns) {
      const value = raw[column.name]
      row[key] = value === null || isPlain ? value : column.mapFromDriverValue(value)
    }
    return row as Table["$inferSelect"]
  }
}
