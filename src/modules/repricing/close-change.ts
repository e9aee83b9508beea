import { and, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { getChange } from "./get-change.ts"
import { openStates } from "./price-change.ts"
import { priceChangeItems, priceChanges } from "./tables.ts"

const wholeHouse: Reach = { kind: "all" }

/** Nobody is left to be told, asked or moved: it is over. */
export async function closeChange(ctx: Context, changeId: string): Promise<void> {
  const { state } = await getChange(ctx, wholeHouse, changeId, "update")
  if (state !== "running") return
  const [open] = await ctx.db
    .select({ id: priceChangeItems.id })
    .from(priceChangeItems)
    .where(and(eq(priceChangeItems.changeId, changeId), inArray(priceChangeItems.state, [...openStates])))
    .limit(1)
  if (!open) await ctx.db.update(priceChanges).set({ state: "over" }).where(eq(priceChanges.id, changeId))
}
