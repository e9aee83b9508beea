import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Needle } from "./fits-search.ts"

/** So many matches are put in order at most: of more, every five-hundredth of a million customers fits. */
const MOST_MATCHES = 2_000
/** The ids of all it finds, or undefined when they are too many to be put in order. */
export async function lookFor(ctx: Context, needle: Needle): Promise<readonly string[] | undefined> {
  const most = MOST_MATCHES + 1
  const { rows } = await ctx.db.execute<{ matches: number; ids: string[] }>(sql`
    select count(*)::int as matches, coalesce(array_agg(distinct account_id), '{}') as ids
    from (select account_id from customers.matches(${needle.words}, ${needle.digits}, ${most}) limit ${most}) found`)
  const [found] = rows
  return found && found.matches <= MOST_MATCHES ? found.ids : undefined
}
