import { and, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { openStates } from "./price-change.ts"
import { priceChangeItems } from "./tables.ts"

/** For which of these agreements a change is on its way already. */
export async function listUnderWay(
  ctx: Context,
  reach: Reach,
  subscriptionIds: readonly string[],
): Promise<Set<string>> {
  if (reach.kind !== "all" || subscriptionIds.length === 0) return new Set()
  const rows = await ctx.db
    .select({ id: priceChangeItems.subscriptionId })
    .from(priceChangeItems)
    .where(
      and(
        inArray(priceChangeItems.subscriptionId, [...subscriptionIds]),
        inArray(priceChangeItems.state, [...openStates, "ending"]),
      ),
    )
    .limit(subscriptionIds.length)
  return new Set(rows.map(({ id }) => id))
}
