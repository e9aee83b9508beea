import { sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import type { DataSubject, PersonalTable } from "./define.ts"
import { tableName } from "./table-name.ts"

/** More of one kind than this nobody reads; the file says that there was more. */
const MOST_ROWS = 10_000

export type PersonalRow = Readonly<Record<string, unknown>>

export interface CollectedTable {
  readonly rows: readonly PersonalRow[]
  readonly isCut: boolean
}

/** The subject's rows of one table, oldest id first, without what is not theirs to have. */
export async function collectTable(
  ctx: Context,
  subject: DataSubject,
  table: PersonalTable,
): Promise<CollectedTable> {
  if (table.withheld !== undefined) return { rows: [], isCut: false }
  const leftOut = ["tenant_id", ...(table.leftOut ?? [])]
  const found = await ctx.db.execute<{ row: PersonalRow }>(sql`
    select to_jsonb(found) - ${sql.param(leftOut)}::text[] as row from (
      select * from ${tableName(table)} where ${table.rows(subject)} order by id limit ${MOST_ROWS + 1}) as found`)
  const rows = found.rows.map(({ row }) => row)
  return { rows: rows.slice(0, MOST_ROWS), isCut: rows.length > MOST_ROWS }
}
