import { getTableColumns } from "drizzle-orm"
import type { PgTable } from "drizzle-orm/pg-core"

/** Reads rows of a table that were asked for as they are, column by column: as a select does at once for all of them. */
export function rowReader<Table extends PgTable>(
  table: Table,
): (raw: Readonly<Record<string, unknown>>) => Table["$inferSelect"] {
  const columns = Object.entries(getTableColumns(table))
  return (raw) =>
    Object.fromEntries(
      columns.map(([key, column]) => {
        const value = raw[column.name]
        return [key, value === null ? null : column.mapFromDriverValue(value)]
      }),
    ) as Table["$inferSelect"]
}
