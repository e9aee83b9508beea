import { type SQL, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import { creditNotesOf, invoicesOf, linesOfPaper, type TaxKind } from "./tax-papers.ts"

export interface TaxDocumentFilter {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly legalEntityId: string
  readonly limit: number
  readonly after?: string | undefined
  readonly kind?: TaxKind | undefined
  readonly country?: string | undefined
  readonly region?: string | undefined
  /** "19/100", in lowest terms. */
  readonly rate?: string | undefined
  readonly currency?: Currency | undefined
  readonly accountId?: string | undefined
}

export interface TaxDocument {
  readonly id: string
  readonly paper: "invoice" | "credit_note"
  readonly invoiceId: string
  readonly number: string
  readonly issuedOn: Temporal.PlainDate
  readonly accountId: string
  readonly accountName: string
  readonly currency: Currency
  readonly kind: TaxKind
  readonly country: string
  readonly region: string
  readonly vatNumber: string | null
  readonly parts: readonly { rate: string; net: string; tax: string }[]
}

/** The papers behind the report or one row of it, newest first. Staff only. */
export async function listTaxDocuments(
  ctx: Context,
  reach: Reach,
  filter: TaxDocumentFilter,
): Promise<Page<TaxDocument>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const { kind, country, region, rate, accountId, limit } = filter
  const key = decodeKey(filter.after, 2)
  const wanted = [
    sql`parts is not null`,
    ...(kind ? [sql`p.kind = ${kind}`] : []),
    ...(country === undefined ? [] : [sql`p.country = ${country}`]),
    ...(region === undefined ? [] : [sql`p.region = ${region}`]),
    ...(accountId ? [sql`p.account_id = ${accountId}`] : []),
  ]
  const wish = { ...filter, after: key && ([key[0] ?? "", key[1] ?? ""] as const) }
  const page = (papers: SQL) => sql`(
    select p.id, p.paper, p.invoice_id as "invoiceId", p.number, p.issued_on as "issuedOn",
      p.account_id as "accountId", p.account_name as "accountName", p.currency, p.kind, p.country, p.region,
      p.vat_number as "vatNumber", parts
    from (${papers}) p
    cross join lateral (
      select jsonb_agg(jsonb_build_object('rate', rate, 'net', net, 'tax', tax) order by rate) as parts
      from (
        select l.numerator || '/' || l.denominator as rate, sum(l.net)::text as net, sum(l.tax)::text as tax
        from (${linesOfPaper}) l
        ${rate ? sql`where l.numerator || '/' || l.denominator = ${rate}` : sql``}
        group by l.numerator, l.denominator
      ) as by_rate
      offset 0
    ) as taxed
    where ${sql.join(wanted, sql` and `)}
    order by p.issued_on desc, p.id desc
    limit ${limit + 1})`
  const { rows } = await ctx.db.execute<Omit<TaxDocument, "issuedOn"> & { issuedOn: string }>(sql`
    select paper.*, paper."issuedOn"::text as "issuedOn"
    from (${page(invoicesOf(wish))} union all ${page(creditNotesOf(wish))}) as paper
    order by paper."issuedOn" desc, paper.id desc
    limit ${limit + 1}`)
  return cutPage(
    rows.map((row) => ({ ...row, issuedOn: Temporal.PlainDate.from(row.issuedOn) })),
    limit,
    ({ issuedOn, id }) => [issuedOn.toString(), id],
  )
}
