import { asc, inArray, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { fraction, parseDecimal, plus } from "#kit/fraction.ts"
import { usageRefusals } from "./errors.ts"
import { findKeys } from "./find-keys.ts"
import { keyOf, quantityOf, type UseWish } from "./record.ts"
import { useRecords } from "./tables.ts"

/** Of each record, by how finely its corrections are written. */
const MOST_SUMS = 50_000

/** Nothing is taken off that was not recorded, also by two corrections at once: the records put right are held. */
export async function checkCorrections(ctx: Context, wishes: readonly UseWish[]): Promise<void> {
  const ids = [...new Set(wishes.flatMap(({ corrects }) => corrects ?? []))].toSorted()
  if (ids.length === 0) return
  const rows = await ctx.db
    .select()
    .from(useRecords)
    .where(inArray(useRecords.id, ids))
    .orderBy(asc(useRecords.id))
    .limit(ids.length)
    .for("no key update")
  const sums = await ctx.db
    .select({
      id: useRecords.corrects,
      denominator: useRecords.denominator,
      sum: sql<string>`sum(${useRecords.numerator})::text`,
    })
    .from(useRecords)
    .where(inArray(useRecords.corrects, ids))
    .groupBy(useRecords.corrects, useRecords.denominator)
    .limit(MOST_SUMS)
  const left = new Map(rows.map((row) => [row.id, quantityOf(row)]))
  for (const { id, sum, denominator } of sums) {
    if (id) left.set(id, plus(left.get(id) ?? fraction(0n), fraction(BigInt(sum), denominator)))
  }
  const known = await findKeys(ctx, wishes)
  for (const [index, wish] of wishes.entries()) {
    const { corrects, subscriptionId, meter, quantity } = wish
    if (corrects === undefined || known.has(keyOf(wish))) continue
    const of = rows.find(({ id }) => id === corrects)
    const rest = plus(left.get(corrects) ?? fraction(0n), parseDecimal(quantity))
    const isOwn = of?.subscriptionId === subscriptionId && of.meter === meter && of.corrects === null
    if (!isOwn || rest.numerator < 0n || !wish.reason) {
      usageRefusals.refuse("usage.correction_wrong", {}, { field: `records/${index}/corrects` })
    }
    left.set(corrects, rest)
  }
}
