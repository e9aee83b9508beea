import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, type Money, money } from "#kit/money.ts"
import { creditNotes, invoices } from "./tables.ts"

export interface SalesSum {
  /** "2026-11-21", "2026-11" or "2026". */
  readonly period: string
  readonly invoices: number
  readonly creditNotes: number
  /** Before tax. */
  readonly invoiced: Money
  /** Before tax, as the positive sum of what the credit notes say. */
  readonly credited: Money
  /** Of the invoices less that of the credit notes. */
  readonly tax: Money
}

const formats = { day: "YYYY-MM-DD", month: "YYYY-MM", year: "YYYY" } as const

export type SalesPeriod = keyof typeof formats

/** What was invoiced and credited, by the day each paper bears. Periods without either are left out. */
export async function sumSales(
  ctx: Context,
  reach: Reach,
  { from, by }: { readonly from: Temporal.PlainDate; readonly by: SalesPeriod },
): Promise<SalesSum[]> {
  const isWanted =
    reach.kind === "accounts" ? sql`account_id = any(${sql.param([...reach.accountIds])}::text[])` : sql`true`
  const day = from.toString()
  const { rows } = await ctx.db.execute<{
    period: string
    currency: Currency
    invoices: number
    notes: number
    invoiced: string
    credited: string
    tax: string
  }>(sql`
    with days as (
      select issued_on, currency, count(*) as invoices, 0 as notes, sum(net_minor) as invoiced, 0 as credited,
        sum(tax_minor) as tax
      from ${invoices} where issued_on >= ${day}::date and ${isWanted}
      group by issued_on, currency
      union all
      select issued_on, currency, 0, count(*), 0, sum(net_minor), -sum(tax_minor)
      from ${creditNotes} where issued_on >= ${day}::date and ${isWanted}
      group by issued_on, currency
    )
    -- A period is spelled for a day and not for a paper: that took longer than adding up.
    select to_char(issued_on, ${formats[by]}) as period, currency, sum(invoices)::int as invoices,
      sum(notes)::int as notes, sum(invoiced)::text as invoiced, sum(credited)::text as credited, sum(tax)::text as tax
    from days group by 1, 2 order by 1, 2 limit ${MOST_ROWS}`)
  return rows.map(({ period, currency, ...row }) => ({
    period,
    invoices: row.invoices,
    creditNotes: row.notes,
    invoiced: money(BigInt(row.invoiced), currency),
    credited: money(BigInt(row.credited), currency),
    tax: money(BigInt(row.tax), currency),
  }))
}

/** 92 days in five currencies, and some. */
const MOST_ROWS = 1_000
