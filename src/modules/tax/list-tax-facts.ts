import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Exemption } from "./exemption.ts"
import { taxExemptions, taxPlaces } from "./tables.ts"

/** What this module itself knows of an account. */
export interface TaxFacts {
  readonly region: string
  /** Those that hold on that day. */
  readonly exemptions: readonly Exemption[]
}

/** For so many accounts at once, in one statement; who isn't there has told nothing. */
export async function listTaxFacts(
  ctx: Context,
  accountIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, TaxFacts>> {
  if (accountIds.length === 0) return new Map()
  const on = today.toString()
  const ids = sql.param([...accountIds])
  const { rows } = await ctx.db.execute<{
    accountId: string
    region: string | null
    exemptions: Exemption[] | null
  }>(sql`
    select known.account_id as "accountId", max(known.region) as region,
      jsonb_agg(known.exemption order by known.exemption ->> 'id') filter (where known.exemption is not null)
        as exemptions
    from (
      select account_id, region, null::jsonb as exemption from ${taxPlaces} where account_id = any(${ids}::text[])
      union all
      select account_id, null, jsonb_build_object('id', id, 'country', country, 'region', region, 'number', number,
        'from', from_on, 'until', until_on, 'reference', reference)
      from ${taxExemptions}
      where account_id = any(${ids}::text[]) and from_on <= ${on}::date and until_on >= ${on}::date
    ) as known
    group by known.account_id`)
  return new Map(
    rows.map(({ accountId, region, exemptions }) => [
      accountId,
      { region: region ?? "", exemptions: exemptions ?? [] },
    ]),
  )
}
