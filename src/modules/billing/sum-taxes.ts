import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { ratedPapersOf, type TaxKind } from "./tax-papers.ts"

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
    with rated as materialized (${ratedPapersOf(period)})
    select legal_entity_id as entity, currency, null as kind, null as country, null as region, null as rate,
      sum(net)::text as net, sum(tax)::text as tax,
      (count(*) filter (where paper = 'invoice'))::int as invoices,
      (count(*) filter (where paper = 'credit_note'))::int as notes
    from (
      select id, paper, legal_entity_id, currency, sum(net) as net, sum(tax) as tax from rated
      group by id, paper, legal_entity_id, currency) as whole
    group by legal_entity_id, currency
    union all
    select legal_entity_id, currency, kind, country, region, numerator || '/' || denominator,
      sum(net)::text, sum(tax)::text,
      (count(*) filter (where paper = 'invoice'))::int, (count(*) filter (where paper = 'credit_note'))::int
    from rated
    group by legal_entity_id, currency, kind, country, region, numerator, denominator
    order by 3 nulls first, 1, 2, 4, 5, 6
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
