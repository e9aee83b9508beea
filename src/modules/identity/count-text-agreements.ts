import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { TextPurpose } from "./consent.ts"
import { consents } from "./sign-in-tables.ts"

/** How many people's last yes was about which version. */
export async function countTextAgreements(
  ctx: Context,
  purpose: TextPurpose,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await ctx.db.execute<{ version: string; people: number }>(sql`
    select version, count(*)::int as people from (
      select distinct on (person_id) version, is_given from ${consents} where purpose = ${purpose}
      order by person_id, number desc) as newest
    where is_given group by version`)
  return new Map(rows.map(({ version, people }) => [version, people]))
}
