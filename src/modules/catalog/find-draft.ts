import { and, eq, isNull } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { loadPrices, type PlanVersion } from "./load-prices.ts"
import { planVersions } from "./tables.ts"

/** The plan's unpublished version, if somebody is at one. Staff alone ask: no reach narrows what they see of the shop. */
export async function findDraft(
  ctx: Context,
  _reach: Reach,
  planId: string,
): Promise<PlanVersion | undefined> {
  const rows = await ctx.db
    .select()
    .from(planVersions)
    .where(and(eq(planVersions.planId, planId), isNull(planVersions.publishedAt)))
    .limit(1)
  return (await loadPrices(ctx, rows))[0]
}
