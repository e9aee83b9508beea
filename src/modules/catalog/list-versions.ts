import { desc, eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { loadPrices, type PlanVersion } from "./load-prices.ts"
import { planVersions } from "./tables.ts"

/** Newest first. A plan that changes every week for four years has 200; older ones are in the audit. */
export async function listVersions(ctx: Context, _reach: Reach, planId: string): Promise<PlanVersion[]> {
  const rows = await ctx.db
    .select()
    .from(planVersions)
    .where(eq(planVersions.planId, planId))
    .orderBy(desc(planVersions.number))
    .limit(200)
  return loadPrices(ctx, rows)
}
