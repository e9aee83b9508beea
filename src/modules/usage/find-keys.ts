import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { keyOf, type UseRecord } from "./record.ts"
import { useRecords } from "./tables.ts"

/** What stands under these keys already, by agreement and key. */
export async function findKeys(
  ctx: Context,
  wanted: readonly { readonly subscriptionId: string; readonly key: string }[],
): Promise<ReadonlyMap<string, UseRecord>> {
  const column = (name: "subscriptionId" | "key") => sql.param(wanted.map((one) => one[name]))
  const rows = await ctx.db
    .select()
    .from(useRecords)
    .where(
      sql`(${useRecords.subscriptionId}, ${useRecords.key}) in (
        select * from unnest(${column("subscriptionId")}::text[], ${column("key")}::text[]))`,
    )
    .limit(wanted.length)
  return new Map(rows.map((row) => [keyOf(row), row]))
}
