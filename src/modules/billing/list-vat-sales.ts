import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import { linesOfPaper, papersOf } from "./tax-papers.ts"

export interface VatSale {
  readonly vatNumber: string
  readonly currency: Currency
  readonly net: string
  readonly invoices: number
  readonly creditNotes: number
}

/**
 * Services for which the buyer owes the tax, by its number. The numbers of buyers who were forgotten stand here too: the
 * law wants them in this list, and it is what their papers are kept for. Staff only.
 */
export async function listVatSales(
  ctx: Context,
  reach: Reach,
  filter: {
    readonly from: Temporal.PlainDate
    readonly until: Temporal.PlainDate
    readonly legalEntityId: string
    readonly limit: number
    readonly after?: string | undefined
  },
): Promise<Page<VatSale>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const { after, limit, ...wish } = filter
  const key = decodeKey(after, 2)
  const { rows } = await ctx.db.execute<{ [Key in keyof VatSale]: VatSale[Key] }>(sql`
    select p.vat_number as "vatNumber", p.currency, sum(l.net)::text as net,
      (count(distinct p.id) filter (where p.paper = 'invoice'))::int as invoices,
      (count(distinct p.id) filter (where p.paper = 'credit_note'))::int as "creditNotes"
    from (${papersOf(wish)}) p cross join lateral (${linesOfPaper}) l
    where p.kind = 'reverse_charge' and p.vat_number is not null
      ${key ? sql`and (p.vat_number, p.currency) > (${key[0]}, ${key[1]})` : sql``}
    group by p.vat_number, p.currency
    order by p.vat_number, p.currency
    limit ${limit + 1}`)
  return cutPage(rows, limit, ({ vatNumber, currency }) => [vatNumber, currency])
}
