import { inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { accounts } from "./tables.ts"

/** For lists of other modules that show whose a thing is: one statement for a whole page. */
export async function listAccountFacts(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly email: string }>> {
  const wanted = [...new Set(ids)].slice(0, MOST_FACTS)
  if (wanted.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: accounts.id, name: accounts.name, email: accounts.email })
    .from(accounts)
    .where(inArray(accounts.id, wanted))
    .limit(MOST_FACTS)
  return new Map(rows.map((row) => [row.id, row]))
}

const MOST_FACTS = 200
