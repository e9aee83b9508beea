import { asc } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { series } from "./tables.ts"

/** Who has ever issued something here. Staff only. */
export async function listLegalEntities(ctx: Context, reach: Reach): Promise<readonly string[]> {
  if (reach.kind !== "all") return []
  const rows = await ctx.db
    .selectDistinct({ id: series.legalEntityId })
    .from(series)
    .orderBy(asc(series.legalEntityId))
    .limit(MOST_ENTITIES)
  return rows.map(({ id }) => id)
}

const MOST_ENTITIES = 50
