import { and, eq, gt, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { stockHolds } from "./tables.ts"

export interface StockRelease {
  /** Who held it: the id of an order, or of a change of plan. */
  readonly reference: string
  /** One piece of this plan; absent: everything. */
  readonly planId?: string | undefined
}

/** Can be sold again: an order came to nothing, or one of its services has ended. */
export async function releaseStock(ctx: Context, { reference, planId }: StockRelease): Promise<void> {
  if (planId === undefined) {
    await ctx.db.delete(stockHolds).where(eq(stockHolds.reference, reference))
    return
  }
  await ctx.db
    .update(stockHolds)
    .set({ quantity: sql`${stockHolds.quantity} - 1` })
    .where(
      and(eq(stockHolds.reference, reference), eq(stockHolds.planId, planId), gt(stockHolds.quantity, 0)),
    )
}
