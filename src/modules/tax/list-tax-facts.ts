import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { taxPlaces } from "./tables.ts"

/** What this module itself knows of an account. */
export interface TaxFacts {
  readonly region: string
}

/** For so many accounts at once, in one statement; who isn't there has told nothing. */
export async function listTaxFacts(
  ctx: Context,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, TaxFacts>> {
  if (accountIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ accountId: taxPlaces.accountId, region: taxPlaces.region })
    .from(taxPlaces)
    .where(sql`${taxPlaces.accountId} = any(${sql.param([...accountIds])}::text[])`)
  return new Map(rows.map(({ accountId, region }) => [accountId, { region }]))
}
