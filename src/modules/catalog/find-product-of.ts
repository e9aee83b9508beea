import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { plans } from "./tables.ts"

/** Of which product a plan is. */
export async function findProductOf(
  ctx: Context,
  _reach: Reach,
  planId: string,
): Promise<string | undefined> {
  const [row] = await ctx.db.select({ id: plans.productId }).from(plans).where(eq(plans.id, planId)).limit(1)
  return row?.id
}
