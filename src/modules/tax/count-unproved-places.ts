import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { MOST_COUNTED } from "#kit/most-counted.ts"
import { placeProofs } from "./tables.ts"
import { isUnproved } from "./unproved.ts"

/** Of the whole shop, so an account's reach sees none. */
export async function countUnprovedPlaces(ctx: Context, reach: Reach): Promise<number> {
  if (reach.kind !== "all") return 0
  const { rows } = await ctx.db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select 1 from ${placeProofs} where ${isUnproved} limit ${MOST_COUNTED + 1}) as counted`)
  return rows[0]?.count ?? 0
}
