import { inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { people } from "./tables.ts"

/** For lists of other modules, which hold the ids of whoever acted. Ids that are nobody's have no name. */
export async function listPersonNames(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].slice(0, MOST_NAMES)
  if (wanted.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, wanted))
    .limit(MOST_NAMES)
  return new Map(rows.map((row) => [row.id, row.name]))
}

const MOST_NAMES = 200
