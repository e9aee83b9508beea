import { sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import type { DataSubject, PersonalTable } from "./define.ts"
import { tableName } from "./table-name.ts"

/** So many at once: one step of the erasure stays a short transaction. */
const MOST_AT_ONCE = 5_000

export interface ErasedTable {
  readonly rows: number
  /** There may be more: the next step asks again. */
  readonly isUnfinished: boolean
}

/** Does to the subject's rows of one table what its holder said. May run twice. */
export async function eraseTable(
  ctx: Context,
  subject: DataSubject,
  table: PersonalTable,
): Promise<ErasedTable> {
  const { erasure } = table
  if (erasure.kind === "kept") return { rows: 0, isUnfinished: false }
  if (erasure.kind === "redacted") return { rows: await erasure.by(ctx, subject), isUnfinished: false }
  if (erasure.kind === "blanked") {
    const changes = Object.entries(erasure.set).map(
      ([column, value]) => sql`${sql.identifier(column)} = ${value}`,
    )
    const done = await ctx.db.execute(sql`
      update ${tableName(table)} set ${sql.join(changes, sql`, `)} where ${table.rows(subject)} returning 1`)
    return { rows: done.rows.length, isUnfinished: false }
  }
  const gone = await ctx.db.execute(sql`
    delete from ${tableName(table)} where id in (
      select id from ${tableName(table)} where ${table.rows(subject)} limit ${MOST_AT_ONCE}) returning 1`)
  return { rows: gone.rows.length, isUnfinished: gone.rows.length === MOST_AT_ONCE }
}
