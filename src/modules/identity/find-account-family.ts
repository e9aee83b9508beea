import { asc, eq, or } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { accounts } from "./tables.ts"

/** More duplicates than anybody makes. */
const MOST_ABSORBED = 50

/** An account and those that were merged into it, itself first. Undefined when there is no such account. */
export async function findAccountFamily(ctx: Context, id: string): Promise<readonly string[] | undefined> {
  const rows = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(or(eq(accounts.id, id), eq(accounts.mergedIntoId, id)))
    .orderBy(asc(accounts.id))
    .limit(MOST_ABSORBED + 1)
  const ids = rows.map((row) => row.id)
  return ids.includes(id) ? [id, ...ids.filter((one) => one !== id)] : undefined
}
