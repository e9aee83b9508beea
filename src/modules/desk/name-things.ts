import { sql } from "drizzle-orm"
import type { NameThings } from "#audit"
import { selectNames } from "./select-names.ts"

/** One statement for things of all kinds: what is asked for is one page of a list. */
export const nameThings: NameThings = async (ctx, ids) => {
  const parts = selectNames(ctx, ids)
  if (parts.length === 0) return new Map()
  const { rows } = await ctx.db.execute<{ id: string; name: string | null }>(
    sql.join(parts, sql` union all `),
  )
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
}
