import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import { loadPrices, type PlanVersion } from "./load-prices.ts"
import { plans, planVersions } from "./tables.ts"

export interface PriceTargetWish {
  /** One plan, or all of a product. */
  readonly planId?: string | undefined
  readonly productId?: string | undefined
  /** Of one plan; absent: its draft, or what is on sale where there is none. */
  readonly versionId?: string | undefined
}

/** Versions that those who bought might be moved to: one a plan. */
export async function listPriceTargets(
  ctx: Context,
  _reach: Reach,
  { planId, productId, versionId }: PriceTargetWish,
): Promise<PlanVersion[]> {
  const wished = versionId
    ? eq(planVersions.id, versionId)
    : or(isNull(planVersions.publishedAt), eq(planVersions.id, plans.currentVersionId))
  const rows = await ctx.db
    .selectDistinctOn([planVersions.planId], { version: planVersions })
    .from(planVersions)
    .innerJoin(plans, and(eq(plans.tenantId, planVersions.tenantId), eq(plans.id, planVersions.planId)))
    .where(
      and(
        planId ? eq(plans.id, planId) : undefined,
        productId ? eq(plans.productId, productId) : undefined,
        planId || productId ? undefined : sql`false`,
        wished,
      ),
    )
    // A draft before what is on sale: it is the newer number.
    .orderBy(asc(planVersions.planId), sql`${isNotNull(planVersions.publishedAt)}`)
    .limit(500)
  const found = await loadPrices(
    ctx,
    rows.map(({ version }) => version),
  )
  return found.length > 0 ? found : catalogRefusals.refuse("catalog.plan_missing", { planId: planId ?? "" })
}
