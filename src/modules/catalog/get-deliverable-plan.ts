import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import type { SellablePlan } from "./plan.ts"
import { plans, planVersions, products } from "./tables.ts"

/** What was bought means to the panel, even if another version or nothing of it is for sale any more. */
export async function getDeliverablePlan(
  ctx: Context,
  versionId: string,
): Promise<
  Pick<SellablePlan, "productType" | "resources" | "options" | "packageId" | "locations" | "images">
> {
  const [row] = await ctx.db
    .select()
    .from(planVersions)
    .innerJoin(plans, and(eq(plans.tenantId, planVersions.tenantId), eq(plans.id, planVersions.planId)))
    .innerJoin(products, and(eq(products.tenantId, plans.tenantId), eq(products.id, plans.productId)))
    .where(eq(planVersions.id, versionId))
    .limit(1)
  if (!row) return catalogRefusals.refuse("catalog.plan_not_for_sale", { versionId })
  return {
    productType: row.products.type,
    resources: row.plan_versions.resources,
    options: row.plan_versions.options,
    packageId: row.plan_versions.packageId,
    locations: row.products.locations,
    images: row.products.images,
  }
}
