import { inArray, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type Fraction, fraction, plus } from "#kit/fraction.ts"
import { useRecords } from "./tables.ts"

const MOST_SUMS = 50_000

/** Hours that stand in records, by session. */
export async function sumSessions(ctx: Context, ids: readonly string[]): Promise<Map<string, Fraction>> {
  const sums = new Map<string, Fraction>()
  if (ids.length === 0) return sums
  const rows = await ctx.db
    .select({
      id: useRecords.sessionId,
      denominator: useRecords.denominator,
      sum: sql<string>`sum(${useRecords.numerator})::text`,
    })
    .from(useRecords)
    .where(inArray(useRecords.sessionId, [...ids]))
    .groupBy(useRecords.sessionId, useRecords.denominator)
    .limit(MOST_SUMS)
  for (const { id, sum, denominator } of rows) {
    if (id) sums.set(id, plus(sums.get(id) ?? fraction(0n), fraction(BigInt(sum), denominator)))
  }
  return sums
}
