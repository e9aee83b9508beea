import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type Currency, money } from "#kit/money.ts"
import type { cycles } from "./contract.ts"
import { catalogRefusals } from "./errors.ts"
import type { SellablePlan } from "./plan.ts"
import { plans, prices, products } from "./tables.ts"

/** The plan as it can be bought now, at this price; refuses what is hidden, sold out or has no such price. */
export async function getSellablePlan(
  ctx: Context,
  wanted: { planId: string; cycle: (typeof cycles)[number]; currency: Currency },
): Promise<SellablePlan> {
  const [row] = await ctx.db
    .select()
    .from(plans)
    .innerJoin(products, and(eq(products.tenantId, plans.tenantId), eq(products.id, plans.productId)))
    .leftJoin(
      prices,
      and(
        eq(prices.tenantId, plans.tenantId),
        eq(prices.planId, plans.id),
        eq(prices.currency, wanted.currency),
        eq(prices.cycle, wanted.cycle),
      ),
    )
    .where(eq(plans.id, wanted.planId))
    .limit(1)
  const { refuse } = catalogRefusals
  if (!row || row.products.state !== "active")
    return refuse("catalog.plan_not_for_sale", { planId: wanted.planId })
  if (row.plans.state === "sold_out") return refuse("catalog.plan_sold_out", { planId: wanted.planId })
  if (row.plans.state !== "active") return refuse("catalog.plan_not_for_sale", { planId: wanted.planId })
  if (!row.prices) return refuse("catalog.price_missing", { ...wanted }, { field: "cycle" })
  return {
    planId: row.plans.id,
    priceId: row.prices.id,
    productId: row.products.id,
    productType: row.products.type,
    planName: row.plans.name,
    resources: row.plans.resources,
    packageId: row.plans.packageId,
    needsApproval: row.products.needsApproval,
    locations: row.products.locations,
    images: row.products.images,
    cycle: row.prices.cycle,
    unit: money(row.prices.amountMinor, row.prices.currency),
    setupFee: money(row.prices.setupMinor, row.prices.currency),
  }
}
