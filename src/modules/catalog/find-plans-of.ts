import { inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { plans } from "./tables.ts"

/** A hundred products with twenty plans each: a bound, not a page. */
const MOST_PLANS = 2_000

/** Every plan of these products. */
export async function findPlansOf(
  ctx: Context,
  _reach: Reach,
  productIds: readonly string[],
): Promise<{ readonly id: string; readonly productId: string }[]> {
  return ctx.db
    .select({ id: plans.id, productId: plans.productId })
    .from(plans)
    .where(inArray(plans.productId, [...productIds]))
    .limit(MOST_PLANS)
}
