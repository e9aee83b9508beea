import { inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { PlanOption } from "./option.ts"
import { planVersions } from "./tables.ts"

/** What can be chosen with each of those versions, in one statement for all of them. */
export async function listPlanOptions(
  ctx: Context,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PlanOption[]>> {
  if (versionIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: planVersions.id, options: planVersions.options })
    .from(planVersions)
    .where(inArray(planVersions.id, [...versionIds]))
    .limit(200)
  return new Map(rows.map(({ id, options }) => [id, options]))
}
