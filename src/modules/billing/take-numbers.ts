import { and, desc, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type DocumentKind, formatNumber, planNumber, planSeriesYear } from "./plan-number.ts"
import { series } from "./tables.ts"

export interface NumberedSeries {
  readonly legalEntityId: string
  readonly kind: DocumentKind
  readonly today: Temporal.PlainDate
}

export interface TakenNumber {
  readonly seriesId: string
  readonly sequence: number
  readonly number: string
  readonly issuedOn: Temporal.PlainDate
}

/**
 * So many numbers and their date in one lock on the series' row, held until the transaction ends: so call it last, just
 * before the documents are written. A rollback gives the numbers back, because they were only ever a column of this row.
 */
export async function takeNumbers(ctx: Context, of: NumberedSeries, count: number): Promise<TakenNumber[]> {
  if (count === 0) return []
  const { legalEntityId, kind, today } = of
  const newest = await lockNewest(ctx, { legalEntityId, kind })
  const year = planSeriesYear(today, newest?.year ?? null)
  const row = newest?.year === year ? newest : await beginSeries(ctx, of, year)
  const { sequence, issuedOn } = planNumber(row, today)
  await ctx.db
    .update(series)
    .set({ lastSequence: sequence + count - 1, lastIssuedOn: issuedOn })
    .where(eq(series.id, row.id))
  return Array.from({ length: count }, (_, index) => ({
    seriesId: row.id,
    sequence: sequence + index,
    issuedOn,
    number: formatNumber(kind, year, sequence + index),
  }))
}

/** Nearly always the one that is meant: the first documents of a year look once more. */
async function lockNewest(ctx: Context, of: { readonly legalEntityId: string; readonly kind: DocumentKind }) {
  const [row] = await ctx.db
    .select()
    .from(series)
    .where(and(eq(series.legalEntityId, of.legalEntityId), eq(series.kind, of.kind)))
    .orderBy(desc(series.year))
    .limit(1)
    .for("update")
  return row
}

async function lockSeries(
  ctx: Context,
  of: { readonly legalEntityId: string; readonly kind: DocumentKind; readonly year: number },
) {
  const [row] = await ctx.db
    .select()
    .from(series)
    .where(
      and(eq(series.legalEntityId, of.legalEntityId), eq(series.kind, of.kind), eq(series.year, of.year)),
    )
    .for("update")
  return row
}

/** The first document of a year begins its series; two first ones at once begin it once. */
async function beginSeries(
  ctx: Context,
  of: { readonly legalEntityId: string; readonly kind: DocumentKind },
  year: number,
) {
  const wanted = { legalEntityId: of.legalEntityId, kind: of.kind, year }
  await ctx.db
    .insert(series)
    .values({ id: ctx.newId("ser"), ...wanted, lastSequence: 0, lastIssuedOn: null })
    .onConflictDoNothing()
  const row = await lockSeries(ctx, wanted)
  if (!row) throw new Error(`The series ${of.kind} ${year} was not begun.`)
  return row
}
