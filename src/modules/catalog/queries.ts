import { and, asc, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { keepStatement } from "#kit/kept-statement.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import type { planShape, productShape } from "./contract.ts"
import { priceMeters } from "./meter.ts"
import { describeOption } from "./option.ts"
import { isOffered } from "./plan.ts"
import { leftOfPlan } from "./stock.ts"
import { plans, planVersions, prices, products } from "./tables.ts"

export type Product = z.infer<typeof productShape>
export type PlanView = z.infer<typeof planShape>

/** The shop window is public: no reach narrows it. A tenant sells tens of products, so 200 is a bound. */
export async function listProducts(
  ctx: Context,
  _reach: Reach,
  { currency, slug }: { currency: Currency; slug?: string | undefined },
): Promise<Product[]> {
  const found = await activeProducts(ctx.db, { slug: slug ?? null })
  if (found.length === 0) return []
  const planRows = await activePlans(ctx.db, { productIds: found.map((product) => product.id), currency })
  return found.map((product) =>
    describeProduct(
      product,
      planRows.filter((row) => row.plans.productId === product.id),
      currency,
    ),
  )
}

const activeProducts = keepStatement((db) =>
  db
    .select()
    .from(products)
    .where(
      and(
        eq(products.state, "active"),
        sql`(${sql.placeholder("slug")}::text is null or ${products.slug} = ${sql.placeholder("slug")}::text)`,
      ),
    )
    .orderBy(asc(products.position), asc(products.id))
    .limit(200),
)

const activePlans = keepStatement((db) =>
  db
    .select({ plans, plan_versions: planVersions, prices, left: leftOfPlan })
    .from(plans)
    .innerJoin(
      planVersions,
      and(eq(planVersions.tenantId, plans.tenantId), eq(planVersions.id, plans.currentVersionId)),
    )
    .leftJoin(
      prices,
      and(
        eq(prices.tenantId, plans.tenantId),
        eq(prices.versionId, plans.currentVersionId),
        eq(prices.currency, sql.placeholder("currency")),
      ),
    )
    .where(
      and(sql`${plans.productId} = any(${sql.placeholder("productIds")}::text[])`, eq(plans.state, "active")),
    )
    .orderBy(asc(plans.position), asc(plans.id), asc(prices.amountMinor))
    .limit(2_000),
)

interface PlanRow {
  readonly plans: typeof plans.$inferSelect
  readonly plan_versions: typeof planVersions.$inferSelect
  readonly prices: typeof prices.$inferSelect | null
  readonly left: number | null
}

function describeProduct(
  product: typeof products.$inferSelect,
  rows: readonly PlanRow[],
  currency: Currency,
): Product {
  const planIds = [...new Set(rows.map((row) => row.plans.id))]
  return {
    id: product.id,
    slug: product.slug,
    type: product.type,
    name: product.name,
    description: product.description,
    locations: product.locations.filter(isOffered).map(({ id, name }) => ({ id, name })),
    needsApproval: product.needsApproval,
    images: product.images.filter(isOffered).map(({ id, name }) => ({ id, name })),
    plans: planIds.flatMap((id) =>
      describePlan(
        rows.filter((row) => row.plans.id === id),
        currency,
      ),
    ),
  }
}

function describePlan(rows: readonly PlanRow[], currency: Currency): PlanView[] {
  const [row] = rows
  if (!row) return []
  const { plans: plan, plan_versions: version } = row
  return [
    {
      id: plan.id,
      versionId: version.id,
      slug: plan.slug,
      name: version.name,
      resources: version.resources,
      options: version.options.map((option) => describeOption(option, currency)),
      trial: version.trial,
      meters: priceMeters(version.meters, currency).map((meter) => ({ ...meter, tiers: [...meter.tiers] })),
      soldOut: row.left === 0,
      left: row.left,
      prices: rows.flatMap(({ prices: price }) =>
        price
          ? [
              {
                id: price.id,
                cycle: price.cycle,
                amount: toWire(money(price.amountMinor, price.currency)),
                setupFee: toWire(money(price.setupMinor, price.currency)),
              },
            ]
          : [],
      ),
    },
  ]
}
