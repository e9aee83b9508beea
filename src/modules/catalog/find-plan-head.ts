import { and, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { takenOfPlan } from "./stock.ts"
import { plans, products } from "./tables.ts"

export interface PlanHead {
  readonly plan: typeof plans.$inferSelect
  readonly product: typeof products.$inferSelect
  readonly taken: number
}

export async function findPlanHead(
  ctx: Context,
  _reach: Reach,
  planId: string,
): Promise<PlanHead | undefined> {
  const [row] = await ctx.db
    .select({ plan: plans, product: products, taken: takenOfPlan })
    .from(plans)
    .innerJoin(products, and(eq(products.tenantId, plans.tenantId), eq(products.id, plans.productId)))
    .where(eq(plans.id, planId))
    .limit(1)
  return row
}
