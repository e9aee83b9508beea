import { inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { plans } from "./tables.ts"

/** Of which products these plans are, each once. */
export async function findProductsOf(
  ctx: Context,
  _reach: Reach,
  planIds: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ productId: plans.productId })
    .from(plans)
    .where(inArray(plans.id, [...planIds]))
    .limit(planIds.length)
  return rows.map(({ productId }) => productId)
}
