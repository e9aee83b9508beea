import { eq } from "drizzle-orm"
import { releaseStock } from "#catalog"
import type { Context } from "#kit/context.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { findOpenChange } from "./find-open-change.ts"
import { findStockHolder } from "./find-stock-holder.ts"

/** It runs no more: another one can be sold in its place. */
export async function recordServiceEnd(ctx: Context, fact: { readonly serviceId: string }): Promise<void> {
  const open = await findOpenChange(ctx, { kind: "all" }, fact, "update")
  if (open?.state === "planned") {
    await ctx.db.update(planChanges).set({ state: "withdrawn" }).where(eq(planChanges.id, open.id))
    await releaseStock(ctx, { reference: open.id })
  }
  const held = await findStockHolder(ctx, fact.serviceId)
  if (held) await releaseStock(ctx, held)
}
