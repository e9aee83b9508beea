import { asc, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { PlanText, PriceText } from "./plan-changes.ts"
import { type planVersions, prices } from "./tables.ts"

export type PlanVersionRow = typeof planVersions.$inferSelect
export type PlanVersion = PlanVersionRow &
  Omit<PlanText, "prices"> & { readonly prices: readonly (PriceText & { readonly id: string })[] }

/** Versions with what they cost, in one statement for all of them. */
export async function loadPrices(ctx: Context, rows: readonly PlanVersionRow[]): Promise<PlanVersion[]> {
  if (rows.length === 0) return []
  const found = await ctx.db
    .select()
    .from(prices)
    .where(
      inArray(
        prices.versionId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(prices.currency), asc(prices.id))
    .limit(10_000)
  return rows.map((row) => ({ ...row, prices: found.filter(({ versionId }) => versionId === row.id) }))
}
