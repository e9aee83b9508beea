import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Say } from "#kit/refusal.ts"
import { plans, planVersions } from "./tables.ts"

const MOST = 500

/** As they are called in the shop today: for figures of other modules. */
export async function listPlanNames(
  ctx: Context,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, Say>> {
  if (planIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: plans.id, name: planVersions.name })
    .from(plans)
    .innerJoin(
      planVersions,
      and(eq(planVersions.tenantId, plans.tenantId), eq(planVersions.id, plans.currentVersionId)),
    )
    .where(inArray(plans.id, planIds.slice(0, MOST)))
    .limit(MOST)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
