import { sql } from "drizzle-orm"
import { euCountries } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { creditNotes, invoices } from "./tables.ts"

/**
 * What was sold in a year to consumers in other member states, without tax, less what was credited, by currency. Sales to
 * VAT numbers and those taxed by a registration of their own in the consumer's country are none of it. Staff only.
 */
export async function sumEuSales(
  ctx: Context,
  reach: Reach,
  wish: { readonly year: number; readonly home: string },
): Promise<ReadonlyMap<Currency, bigint>> {
  if (reach.kind !== "all") return new Map()
  const others = [...euCountries].filter((country) => country !== wish.home)
  const [from, until] = [`${wish.year}-01-01`, `${wish.year}-12-31`]
  const { rows } = await ctx.db.execute<{ currency: Currency; net: string }>(sql`
    select p.currency, sum(p.net)::text as net
    from (
      select currency, net_minor as net, content from ${invoices}
      where issued_on between ${from}::date and ${until}::date
      union all
      select currency, -net_minor, content from ${creditNotes}
      where issued_on between ${from}::date and ${until}::date) p
    cross join lateral (select (p.content::json -> 'tax')::jsonb as tax, p.content::json -> 'buyer' as buyer offset 0) as said
    where coalesce(tax ->> 'ground', 'one_rate') in ('one_rate', 'home', 'registered')
      and coalesce(tax -> 'registration' ->> 'scheme' <> 'local' or tax ->> 'ground' = 'home', true)
      and (coalesce(tax ->> 'ground', 'one_rate') <> 'one_rate' or buyer ->> 'taxId' is null)
      and coalesce(tax -> 'place' ->> 'country', buyer ->> 'country') = any(${sql.param(others)}::text[])
    group by p.currency`)
  return new Map(rows.map(({ currency, net }) => [currency, BigInt(net)]))
}
