import { type SQL, sql } from "drizzle-orm"
import type { Currency } from "#kit/money.ts"
import { creditNoteLines, creditNotes, invoiceLines, invoices, series } from "./tables.ts"
import type { taxKinds } from "./tax-report-contract.ts"

export interface PapersWish {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  /** Absent: of all of them, each paper with its own. */
  readonly legalEntityId?: string | undefined
  readonly currency?: Currency | undefined
  /** The row of a list (day and id) after which it goes on: older ones. */
  readonly after?: readonly [string, string] | undefined
}

export type TaxKind = (typeof taxKinds)[number]

/** Issued papers by their dates, each with what its own text says of tax: why, whose, at whose number. */
export function papersOf(wish: PapersWish): SQL {
  return sql`${invoicesOf(wish)} union all ${creditNotesOf(wish)}`
}

/** Newest first as they come out of their index: whoever wants a page of them stops reading there. */
export function invoicesOf(wish: PapersWish): SQL {
  const { entity, join } = sellerOf(wish, sql`i`)
  return said(sql`
    select i.id, 'invoice' as paper, i.id as invoice_id, i.number, i.issued_on, i.account_id, i.account_name,
      i.currency, ${entity} as legal_entity_id, i.content
    from ${invoices} i ${join} where ${within(wish, sql`i`)}`)
}

export function creditNotesOf(wish: PapersWish): SQL {
  const { entity, join } = sellerOf(wish, sql`n`)
  return said(sql`
    select n.id, 'credit_note' as paper, n.invoice_id, n.number, n.issued_on, n.account_id,
      (select i.account_name from ${invoices} i where i.tenant_id = n.tenant_id and i.id = n.invoice_id)
        as account_name,
      n.currency, ${entity} as legal_entity_id, n.content
    from ${creditNotes} n ${join} where ${within(wish, sql`n`)}`)
}

const rate = sql`l.tax_rate_numerator / gcd(l.tax_rate_numerator, l.tax_rate_denominator) as numerator,
    l.tax_rate_denominator / gcd(l.tax_rate_numerator, l.tax_rate_denominator) as denominator`

/** The lines of one paper at the rates of the invoice, what a credit note takes back below zero. */
export const linesOfPaper = sql`
  select ${rate}, l.net_minor as net, l.tax_minor as tax, l.gross_minor as gross
  from ${invoiceLines} l where p.paper = 'invoice' and l.invoice_id = p.id
  union all
  select ${rate}, -c.net_minor, -c.tax_minor, -c.gross_minor
  from ${creditNoteLines} c
  join ${invoiceLines} l on l.tenant_id = c.tenant_id and l.id = c.invoice_line_id
  where p.paper = 'credit_note' and c.credit_note_id = p.id`

/**
 * All papers with their lines, each paper once for each of its rates: joined as wholes, for whoever adds up a year of them.
 */
export function ratedPapersOf(wish: PapersWish): SQL {
  const heads = sql`p.id, p.paper, p.legal_entity_id, p.currency, p.kind, p.country, p.region`
  return sql`
    select ${heads}, l.numerator, l.denominator, sum(l.net) as net, sum(l.tax) as tax
    from (${invoicesOf(wish)}) p
    join (select l.invoice_id, ${rate}, l.net_minor as net, l.tax_minor as tax from ${invoiceLines} l) l
      on l.invoice_id = p.id
    group by ${heads}, l.numerator, l.denominator
    union all
    select ${heads}, l.numerator, l.denominator, sum(l.net), sum(l.tax)
    from (${creditNotesOf(wish)}) p
    join (
      select c.credit_note_id, ${rate}, -c.net_minor as net, -c.tax_minor as tax
      from ${creditNoteLines} c
      join ${invoiceLines} l on l.tenant_id = c.tenant_id and l.id = c.invoice_line_id) l
      on l.credit_note_id = p.id
    group by ${heads}, l.numerator, l.denominator`
}

/** Papers of before a decision was kept had the shop's one rate. */
const ground = sql`coalesce(tax ->> 'ground', 'one_rate')`
const scheme = sql`tax -> 'registration' ->> 'scheme'`
const kind = sql`case
  when ${ground} in ('reverse_charge', 'exempt') then tax ->> 'ground'
  when ${ground} = 'outside' and p.content::json -> 'buyer' ->> 'taxId' is not null then 'outside_scope'
  when ${ground} = 'outside' then 'not_registered'
  when ${ground} = 'registered' and ${scheme} <> 'local' then 'oss'
  else 'domestic' end`

/** Of a paper's text only what it says of tax is taken apart: to take all of it apart costs several times as much. */
function said(papers: SQL): SQL {
  return sql`
    select p.id, p.paper, p.invoice_id, p.number, p.issued_on, p.account_id, p.account_name, p.currency,
      p.legal_entity_id, facts.*
    from (${papers}) p
    cross join lateral (select (p.content::json -> 'tax')::jsonb as tax offset 0) as parsed
    cross join lateral (
      select ${kind} as kind,
        coalesce(case
          when ${ground} = 'one_rate' then p.content::json -> 'seller' ->> 'country'
          when ${ground} = 'home' then tax -> 'registration' ->> 'country'
          else tax -> 'place' ->> 'country' end, '') as country,
        coalesce(case
          when ${ground} = 'one_rate' then ''
          when ${ground} in ('home', 'registered') and ${scheme} = 'local' then tax -> 'registration' ->> 'region'
          else tax -> 'place' ->> 'region' end, '') as region,
        case ${ground} when 'reverse_charge' then tax -> 'proof' ->> 'number' end as vat_number
    ) as facts`
}

/** Of one seller its series are looked up first, so that nothing is joined and the order of the index stays. */
function sellerOf({ legalEntityId }: PapersWish, paper: SQL): { readonly entity: SQL; readonly join: SQL } {
  if (legalEntityId !== undefined) return { entity: sql`${legalEntityId}::text`, join: sql`` }
  return {
    entity: sql`s.legal_entity_id`,
    join: sql`join ${series} s on s.tenant_id = ${paper}.tenant_id and s.id = ${paper}.series_id`,
  }
}

function within(wish: PapersWish, paper: SQL): SQL {
  const { from, until, legalEntityId, currency, after } = wish
  const parts = [
    sql`${paper}.issued_on between ${from.toString()}::date and ${until.toString()}::date`,
    ...(legalEntityId === undefined
      ? []
      : [
          sql`${paper}.series_id = any(array(select s.id from ${series} s where s.legal_entity_id = ${legalEntityId}))`,
        ]),
    ...(currency ? [sql`${paper}.currency = ${currency}`] : []),
    ...(after ? [sql`(${paper}.issued_on, ${paper}.id) < (${after[0]}::date, ${after[1]})`] : []),
  ]
  return sql.join(parts, sql` and `)
}
