import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { taxIds } from "./member-tables.ts"
import { type accountKinds, accounts } from "./tables.ts"

/** What tax asks about an account: where it is, whether it is a business, and the numbers it has given. */
export interface BilledPlace {
  readonly country: string
  readonly kind: (typeof accountKinds)[number]
  /** By country; of an account without a list its one number, under its own country. */
  readonly taxIds: Readonly<Record<string, string>>
}

/** For runs over thousands of accounts: one statement for all of them. */
export async function listBilledPlaces(
  ctx: Context,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, BilledPlace>> {
  const wanted = [...new Set(accountIds)]
  if (wanted.length === 0) return new Map()
  const { rows } = await ctx.db.execute<{
    id: string
    country: string
    kind: BilledPlace["kind"]
    taxId: string | null
    numbers: Record<string, string> | null
  }>(sql`
    select ${accounts.id} as id, ${accounts.country} as country, ${accounts.kind} as kind,
      ${accounts.taxId} as "taxId", given.numbers
    from ${accounts}
    left join (
      select ${taxIds.accountId} as account_id, jsonb_object_agg(${taxIds.country}, ${taxIds.number}) as numbers
      from ${taxIds} where ${taxIds.accountId} = any(${sql.param(wanted)}::text[]) group by 1
    ) as given on given.account_id = ${accounts.id}
    where ${accounts.id} = any(${sql.param(wanted)}::text[])`)
  return new Map(
    rows.map(({ id, country, kind, taxId, numbers }) => [
      id,
      { country, kind, taxIds: numbers ?? (taxId ? { [country]: taxId } : {}) },
    ]),
  )
}
