import { or, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import type { Context } from "./context.ts"

/** As many are looked up by their ids; of more, every thousandth row of a million fits, and going through them is soon done. */
export const FEW = 1_000

/** One way of fitting a filter, told twice. */
export interface Fit {
  /** The listed row's id, wherever it stands. */
  readonly id: PgColumn
  /** The indexed column that finds them: they are looked for in its order, so that its index is what serves. */
  readonly by: PgColumn
  readonly found: SQL | undefined
  /** The same asked of a single row, in words that no index answers. */
  readonly row: SQL
}

/**
 * A filter that may fit a handful or nearly all, in a list that goes by something else. Its few rows are found by their
 * own index and put in order; where they are many, the list is gone through until the page is full. The planner knows
 * neither the word that is looked for nor how often it occurs, and of a million rows each plan is the wrong one for
 * somebody: so it is asked first, and at most so many are counted.
 */
export async function fitting(ctx: Context, id: PgColumn, fits: readonly Fit[]): Promise<SQL | undefined> {
  const looks = fits.map(
    (fit, index) => sql`(select ${index}::int as fit, ${fit.id} as id from ${fit.id.table}
      where ${fit.found} order by ${fit.by} limit ${FEW + 1})`,
  )
  const { rows } = await ctx.db.execute<{ fit: number; id: string }>(sql.join(looks, sql` union all `))
  const found = Map.groupBy(rows, (row) => row.fit)
  const few = [...found.values()].filter((those) => those.length <= FEW).flat()
  const ids = sql.param([...new Set(few.map((row) => row.id))])
  const many = fits.filter((_, index) => (found.get(index)?.length ?? 0) > FEW)
  return or(sql`${id} = any(${ids}::text[])`, ...many.map((fit) => fit.row))
}
