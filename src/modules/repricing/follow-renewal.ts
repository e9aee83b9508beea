import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { priceChangeItems } from "./tables.ts"
import { tryMove } from "./try-move.ts"

/** Further time was paid at the old price: the one after it may be the first at the other. */
export async function followRenewal(ctx: Context, subscriptionId: string): Promise<void> {
  const rows = await ctx.db
    .select({ id: priceChangeItems.id })
    .from(priceChangeItems)
    .where(
      and(
        eq(priceChangeItems.subscriptionId, subscriptionId),
        inArray(priceChangeItems.state, ["told", "agreed", "declined"]),
      ),
    )
    .limit(1)
  for (const { id } of rows) await tryMove(ctx, id)
}
