import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { selectNames } from "./select-names.ts"
import { selectOwners } from "./select-owners.ts"

export interface About {
  readonly names: ReadonlyMap<string, string>
  readonly owners: ReadonlyMap<string, string>
}

/** What the things of these ids are called, and whose they are: one statement for one page of a list. */
export async function nameAbout(ctx: Context, ids: readonly string[]): Promise<About> {
  const parts = [
    ...selectNames(ctx, ids).map((one) => sql`select one.*, false as "isOwner" from (${one}) one`),
    ...selectOwners(ids).map((one) => sql`select one.*, true as "isOwner" from (${one}) one`),
  ]
  if (parts.length === 0) return { names: new Map(), owners: new Map() }
  const { rows } = await ctx.db.execute<{ id: string; name: string | null; isOwner: boolean }>(
    sql.join(parts, sql` union all `),
  )
  const those = (isOwner: boolean) =>
    new Map(rows.flatMap((row) => (row.isOwner === isOwner && row.name ? [[row.id, row.name] as const] : [])))
  return { names: those(false), owners: those(true) }
}
