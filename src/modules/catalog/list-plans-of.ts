import { inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { plans } from "./tables.ts"

/** More plans than any shop has. */
const MOST = 10_000

/** The plans of products, for modules that have decided something about the products. */
export async function listPlansOf(
  ctx: Context,
  productIds: readonly string[],
): Promise<{ planId: string; productId: string }[]> {
  if (productIds.length === 0) return []
  return ctx.db
    .select({ planId: plans.id, productId: plans.productId })
    .from(plans)
    .where(inArray(plans.productId, [...productIds]))
    .limit(MOST)
}
