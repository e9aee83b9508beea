import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import type { SellablePlan } from "./plan.ts"
import { plans, products } from "./tables.ts"

/** What a plan bought earlier means to the panel, even if it is not for sale any more. */
export async function getDeliverablePlan(
  ctx: Context,
  planId: string,
): Promise<Pick<SellablePlan, "productType" | "resources" | "packageId" | "locations" | "images">> {
  const [row] = await ctx.db
    .select()
    .from(plans)
    .innerJoin(products, and(eq(products.tenantId, plans.tenantId), eq(products.id, plans.productId)))
    .where(eq(plans.id, planId))
    .limit(1)
  if (!row) return catalogRefusals.refuse("catalog.plan_not_for_sale", { planId })
  return {
    productType: row.products.type,
    resources: row.plans.resources,
    packageId: row.plans.packageId,
    locations: row.products.locations,
    images: row.products.images,
  }
}
