import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type Currency, type Money, money } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { cycles } from "./contract.ts"
import { catalogRefusals } from "./errors.ts"
import { type Image, type Location, plans, prices, products, type Resources } from "./tables.ts"

export interface SellablePlan {
  readonly planId: string
  readonly priceId: string
  readonly productId: string
  readonly productType: "vps"
  readonly planName: Say
  readonly resources: Resources
  readonly packageId: number
  readonly needsApproval: boolean
  readonly locations: readonly Location[]
  readonly images: readonly Image[]
  readonly cycle: (typeof cycles)[number]
  readonly unit: Money
  readonly setupFee: Money
}

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

export function getLocation(plan: Pick<SellablePlan, "locations">, locationId: string): Location {
  const found = plan.locations.find((location) => location.id === locationId)
  return found ?? catalogRefusals.refuse("catalog.location_missing", { locationId }, { field: "locationId" })
}

export function getImage(plan: Pick<SellablePlan, "images">, imageId: string): Image {
  const found = plan.images.find((image) => image.id === imageId)
  return found ?? catalogRefusals.refuse("catalog.image_missing", { imageId }, { field: "imageId" })
}
