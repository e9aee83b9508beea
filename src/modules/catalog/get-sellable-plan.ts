import { and, eq } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Context } from "#kit/context.ts"
import { type Currency, money } from "#kit/money.ts"
import type { cycles } from "./contract.ts"
import { catalogRefusals } from "./errors.ts"
import { isOffered, type PriceOfPlan, type SellablePlan } from "./plan.ts"
import { leftOfPlan } from "./stock.ts"
import { plans, planVersions, prices, products } from "./tables.ts"

export interface PlanWish {
  readonly planId: string
  readonly cycle: (typeof cycles)[number]
  readonly currency: Currency
  /** The price it was seen at earlier, to be compared with what it costs now. */
  readonly seenPriceId?: string | undefined
}

const seenPrices = alias(prices, "seen_prices")
const monthPrices = alias(prices, "month_prices")

/** The plan as it can be bought now, at this price; refuses what is hidden, sold out or has no such price. */
export async function getSellablePlan(ctx: Context, wanted: PlanWish): Promise<SellablePlan> {
  const row = await findPlan(ctx, wanted)
  const { refuse } = catalogRefusals
  const facts = { planId: wanted.planId }
  if (!row || row.products.state !== "active") return refuse("catalog.plan_not_for_sale", facts)
  if (row.plans.state !== "active") return refuse("catalog.plan_not_for_sale", facts)
  if (row.left === 0) return refuse("catalog.plan_sold_out", facts)
  const { currency, cycle } = wanted
  if (!row.prices) return refuse("catalog.price_missing", { ...facts, currency, cycle }, { field: "cycle" })
  return {
    planId: row.plans.id,
    versionId: row.plan_versions.id,
    priceId: row.prices.id,
    productId: row.products.id,
    productType: row.products.type,
    planName: row.plan_versions.name,
    resources: row.plan_versions.resources,
    packageId: row.plan_versions.packageId,
    needsApproval: row.products.needsApproval,
    locations: row.products.locations.filter(isOffered),
    images: row.products.images.filter(isOffered),
    options: row.plan_versions.options,
    trial: row.plan_versions.trial,
    left: row.left,
    cycle: row.prices.cycle,
    ...describePrice(row.prices),
    month:
      row.month_prices && cycle !== "monthly"
        ? money(row.month_prices.amountMinor, row.month_prices.currency)
        : null,
    seen: row.seen_prices ? describePrice(row.seen_prices) : null,
  }
}

async function findPlan(ctx: Context, wanted: PlanWish) {
  const [row] = await ctx.db
    .select({
      products,
      plans,
      plan_versions: planVersions,
      prices,
      seen_prices: seenPrices,
      month_prices: monthPrices,
      left: leftOfPlan,
    })
    .from(plans)
    .innerJoin(products, and(eq(products.tenantId, plans.tenantId), eq(products.id, plans.productId)))
    .innerJoin(
      planVersions,
      and(eq(planVersions.tenantId, plans.tenantId), eq(planVersions.id, plans.currentVersionId)),
    )
    .leftJoin(
      prices,
      and(
        eq(prices.tenantId, plans.tenantId),
        eq(prices.versionId, plans.currentVersionId),
        eq(prices.currency, wanted.currency),
        eq(prices.cycle, wanted.cycle),
      ),
    )
    .leftJoin(
      seenPrices,
      and(eq(seenPrices.tenantId, plans.tenantId), eq(seenPrices.id, wanted.seenPriceId ?? "")),
    )
    .leftJoin(
      monthPrices,
      and(
        eq(monthPrices.tenantId, plans.tenantId),
        eq(monthPrices.versionId, plans.currentVersionId),
        eq(monthPrices.currency, wanted.currency),
        eq(monthPrices.cycle, "monthly"),
      ),
    )
    .where(eq(plans.id, wanted.planId))
    .limit(1)
  return row
}

function describePrice(price: typeof prices.$inferSelect): PriceOfPlan {
  return {
    unit: money(price.amountMinor, price.currency),
    setupFee: money(price.setupMinor, price.currency),
  }
}
