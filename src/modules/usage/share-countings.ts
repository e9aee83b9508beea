import { asc, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { countings } from "./tables.ts"

/** Up to which day each agreement is counted. Held until the transaction ends, shared with others who record. */
export async function shareCountings(
  ctx: Context,
  subscriptionIds: readonly string[],
): Promise<ReadonlyMap<string, typeof countings.$inferSelect>> {
  const ids = [...new Set(subscriptionIds)].toSorted()
  await ctx.db
    .insert(countings)
    .values(ids.map((id) => ({ id })))
    .onConflictDoNothing()
  const rows = await ctx.db
    .select()
    .from(countings)
    .where(inArray(countings.id, ids))
    .orderBy(asc(countings.id))
    .limit(ids.length)
    .for("share")
  return new Map(rows.map((row) => [row.id, row]))
}
