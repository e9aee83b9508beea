import { asc, isNotNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { planVersions } from "./tables.ts"

const MOST = 10_000

/** Every version that was ever on sale and charges by use. */
export async function listMeteredVersions(
  ctx: Context,
): Promise<{ readonly id: string; readonly planId: string }[]> {
  return ctx.db
    .select({ id: planVersions.id, planId: planVersions.planId })
    .from(planVersions)
    .where(sql`meters <> '[]'::jsonb and ${isNotNull(planVersions.publishedAt)}`)
    .orderBy(asc(planVersions.planId), asc(planVersions.id))
    .limit(MOST)
}
