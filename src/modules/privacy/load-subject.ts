import { sql } from "drizzle-orm"
import { describeSubject } from "#identity"
import type { Context } from "#kit/context.ts"
import type { DataSubject, PersonalDataHolder } from "#kit/personal-data/define.ts"
import { tableName } from "#kit/personal-data/table-name.ts"

const MOST_IDS = 50_000

/** Who it is about, with the ids of everything that durable work may have been about. */
export async function loadSubject(
  ctx: Context,
  holders: readonly PersonalDataHolder[],
  personId: string,
): Promise<DataSubject> {
  const known = { ...(await describeSubject(ctx, personId)), workIds: [] }
  const parts = holders
    .flatMap(({ tables }) => tables)
    .filter(({ isWorkedOn }) => isWorkedOn)
    .map((table) => sql`(select id from ${tableName(table)} where ${table.rows(known)} limit ${MOST_IDS})`)
  if (parts.length === 0) return known
  const found = await ctx.db.execute<{ id: string }>(sql.join(parts, sql` union `))
  return { ...known, workIds: found.rows.map(({ id }) => id) }
}
