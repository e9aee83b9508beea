import { and, inArray, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { stopChange } from "./stop-change.ts"
import { priceChanges } from "./tables.ts"

/** Nobody else is moved to a version that was a mistake. Whoever was told and not moved yet hears so. */
export async function withdrawChanges(ctx: Context, versionId: string): Promise<void> {
  const rows = await ctx.db
    .select({ id: priceChanges.id })
    .from(priceChanges)
    .where(
      and(
        inArray(priceChanges.state, ["listing", "running"]),
        sql`${priceChanges.versionIds} ? ${versionId}`,
      ),
    )
    .limit(100)
  for (const { id } of rows) await stopChange(ctx, id, "correction")
}
