import { and, asc, eq, inArray, isNull, or } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import type { rangeProductShape } from "./range-contract.ts"
import { takenOfPlan } from "./stock.ts"
import { plans, planVersions, products } from "./tables.ts"

export type RangeProduct = z.infer<typeof rangeProductShape>

/** Everything the shop has, hidden and archived too. Tens of products: 500 is a bound, not a page. */
export async function listRange(
  ctx: Context,
  _reach: Reach,
  wish: { readonly productId?: string } = {},
): Promise<RangeProduct[]> {
  const found = await ctx.db
    .select()
    .from(products)
    .where(wish.productId === undefined ? undefined : eq(products.id, wish.productId))
    .orderBy(asc(products.position), asc(products.id))
    .limit(500)
  if (found.length === 0) return []
  const rows = await ctx.db
    .select({ plan: plans, version: planVersions, taken: takenOfPlan })
    .from(plans)
    .leftJoin(
      planVersions,
      and(
        eq(planVersions.tenantId, plans.tenantId),
        eq(planVersions.planId, plans.id),
        // What is on sale, and the draft beside it.
        or(eq(planVersions.id, plans.currentVersionId), isNull(planVersions.publishedAt)),
      ),
    )
    .where(
      inArray(
        plans.productId,
        found.map(({ id }) => id),
      ),
    )
    .orderBy(asc(plans.position), asc(plans.id), asc(planVersions.number))
    .limit(5_000)
  return found.map((product) =>
    describeProduct(
      product,
      rows.filter(({ plan }) => plan.productId === product.id),
    ),
  )
}

interface PlanRow {
  readonly plan: typeof plans.$inferSelect
  readonly version: typeof planVersions.$inferSelect | null
  readonly taken: number
}

function describeProduct(product: typeof products.$inferSelect, rows: readonly PlanRow[]): RangeProduct {
  const byPlan = [...Map.groupBy(rows, ({ plan }) => plan.id).values()]
  return {
    id: product.id,
    slug: product.slug,
    type: product.type,
    name: product.name,
    description: product.description,
    state: product.state,
    position: product.position,
    needsApproval: product.needsApproval,
    locations: product.locations.map((one) => ({ ...one, isOffered: one.isOffered !== false })),
    images: product.images.map((one) => ({ ...one, isOffered: one.isOffered !== false })),
    plans: byPlan.flatMap(describePlan),
  }
}

function describePlan(rows: readonly PlanRow[]): RangeProduct["plans"] {
  const [first] = rows
  if (!first) return []
  const { plan, taken } = first
  const versions = rows.flatMap(({ version }) => version ?? [])
  const current = versions.find(({ id }) => id === plan.currentVersionId)
  return [
    {
      id: plan.id,
      slug: plan.slug,
      name: (current ?? versions[0])?.name ?? { en: plan.slug, ko: plan.slug },
      state: plan.state,
      position: plan.position,
      stock: { limit: plan.stockLimit, taken },
      hasDraft: versions.some(({ publishedAt }) => publishedAt === null),
      version: current?.number ?? null,
    },
  ]
}
