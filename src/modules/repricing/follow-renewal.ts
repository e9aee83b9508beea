import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { isReady } from "./is-ready.ts"
import { priceChangeItems } from "./tables.ts"
import { tryMove } from "./try-move.ts"

/** Further time was paid at the old price: the one after it may be the first at the other. */
export async function followRenewal(ctx: Context, subscriptionId: string): Promise<void> {
  const rows = await ctx.db
    .select({ id: priceChangeItems.id })
    .from(priceChangeItems)
    .where(and(eq(priceChangeItems.subscriptionId, subscriptionId), isReady))
    .limit(1)
  for (const { id } of rows) await tryMove(ctx, id)
}
