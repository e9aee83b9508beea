import { inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { accounts } from "./tables.ts"

/** For lists of other modules, which hold account ids and show names: one statement for a whole page. */
export async function listAccountNames(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].slice(0, MOST_NAMES)
  if (wanted.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, wanted))
    .limit(MOST_NAMES)
  return new Map(rows.map((row) => [row.id, row.name]))
}

const MOST_NAMES = 200
