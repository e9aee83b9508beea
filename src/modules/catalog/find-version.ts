import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { loadPrices, type PlanVersion } from "./load-prices.ts"
import { planVersions } from "./tables.ts"

export async function findVersion(
  ctx: Context,
  _reach: Reach,
  versionId: string,
): Promise<PlanVersion | undefined> {
  const rows = await ctx.db.select().from(planVersions).where(eq(planVersions.id, versionId)).limit(1)
  return (await loadPrices(ctx, rows))[0]
}
