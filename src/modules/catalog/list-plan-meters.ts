import { inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { PlanMeter } from "./meter.ts"
import { planVersions } from "./tables.ts"

/** What is charged by use with each of those versions, in one statement for all of them. */
export async function listPlanMeters(
  ctx: Context,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PlanMeter[]>> {
  if (versionIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: planVersions.id, meters: planVersions.meters })
    .from(planVersions)
    .where(inArray(planVersions.id, [...new Set(versionIds)]))
    .limit(1_000)
  return new Map(rows.map(({ id, meters }) => [id, meters]))
}
