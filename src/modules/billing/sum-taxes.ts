import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { linesOfPaper, papersOf, type TaxKind } from "./tax-papers.ts"

export interface TaxSum {
  readonly legalEntityId: string
  readonly currency: Currency
  /** Null: all of them together. */
  readonly place: { readonly kind: TaxKind; readonly country: string; readonly region: string } | null
  /** In lowest terms. */
  readonly rate: string
  readonly netMinor: bigint
  readonly taxMinor: bigint
  readonly invoices: number
  readonly creditNotes: number
}

export interface TaxSums {
  readonly sums: readonly TaxSum[]
  readonly isWhole: boolean
}

/** What was invoiced less what was credited, by what the papers say; and per legal entity and currency in all. Staff only. */
export async function sumTaxes(
  ctx: Context,
  reach: Reach,
  period: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<TaxSums> {
  if (reach.kind !== "all") return { sums: [], isWhole: true }
  const { rows } = await ctx.db.execute<{
    entity: string
    currency: Currency
    kind: TaxKind | null
    country: string | null
    region: string | null
    rate: string
    net: string
    tax: string
    invoices: number
    notes: number
  }>(sql`
    select p.legal_entity_id as entity, p.currency, p.kind, p.country, p.region,
      l.numerator || '/' || l.denominator as rate,
      sum(l.net)::text as net, sum(l.tax)::text as tax,
      (count(distinct p.id) filter (where p.paper = 'invoice'))::int as invoices,
      (count(distinct p.id) filter (where p.paper = 'credit_note'))::int as notes
    from (${papersOf(period)}) p cross join lateral (${linesOfPaper}) l
    group by grouping sets (
      (p.legal_entity_id, p.currency),
      (p.legal_entity_id, p.currency, p.kind, p.country, p.region, l.numerator, l.denominator))
    order by grouping(p.kind) desc, 1, 2, 3, 4, 5, 6
    limit ${MOST_ROWS + 1}`)
  return {
    isWhole: rows.length <= MOST_ROWS,
    sums: rows.slice(0, MOST_ROWS).map((row) => ({
      legalEntityId: row.entity,
      currency: row.currency,
      place:
        row.kind === null ? null : { kind: row.kind, country: row.country ?? "", region: row.region ?? "" },
      rate: row.rate ?? "",
      netMinor: BigInt(row.net),
      taxMinor: BigInt(row.tax),
      invoices: row.invoices,
      creditNotes: row.notes,
    })),
  }
}

/** Every country in several kinds, rates and currencies; a shop has some twenty. */
const MOST_ROWS = 2_000
