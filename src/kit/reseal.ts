import { type SQL, sql } from "drizzle-orm"
import type { Context } from "./context.ts"
import type { Keyring, SealPlace } from "./secrets.ts"

/** A column that holds sealed text, and what each of its seals is bound to. */
export interface SealedColumn {
  readonly schema: string
  readonly table: string
  readonly column: string
  /** The place's own words, where they differ from the column's. */
  readonly placeColumn?: string
  /** Which column names the row in the place; the id when absent. */
  readonly rowColumn?: string
}

/** How many values stand under each key: an old key may go when nothing stands under it any more. */
export async function countSeals(ctx: Context, column: SealedColumn): Promise<ReadonlyMap<string, number>> {
  const value = sql.identifier(column.column)
  const found = await ctx.db.execute<{ key: string; count: string }>(sql`
    select split_part(${value}, ':', 3) as key, count(*) as count from ${nameOf(column)}
    where ${value} like 'sealed:%' group by 1`)
  return new Map(found.rows.map((row) => [row.key, Number(row.count)]))
}

/** Seals at most so many values anew, under the current key; answers how many it did. Repeat until it did none. */
export async function resealColumn(
  ctx: Context,
  keyring: Keyring,
  column: SealedColumn,
  atMost: number,
): Promise<number> {
  const value = sql.identifier(column.column)
  const row = sql.identifier(column.rowColumn ?? "id")
  const found = await ctx.db.execute<{ id: string; row: string; sealed: string }>(sql`
    select id, ${row} as row, ${value} as sealed from ${nameOf(column)}
    where ${value} like 'sealed:%' and split_part(${value}, ':', 3) <> ${keyring.currentKeyId}
    order by id limit ${atMost} for update`)
  for (const one of found.rows) {
    const fresh = keyring.reseal(placeOf(ctx, column, one.row), one.sealed)
    await ctx.db.execute(sql`update ${nameOf(column)} set ${value} = ${fresh} where id = ${one.id}`)
  }
  return found.rows.length
}

function placeOf(ctx: Context, column: SealedColumn, row: string): SealPlace {
  const { schema, table, placeColumn } = column
  return { tenant: ctx.tenant, table: `${schema}.${table}`, column: placeColumn ?? column.column, row }
}

function nameOf({ schema, table }: SealedColumn): SQL {
  return sql`${sql.identifier(schema)}.${sql.identifier(table)}`
}
