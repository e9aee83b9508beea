import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { devices, guards, links } from "./sign-in-tables.ts"
import { sessions, verifications } from "./tables.ts"

const MOST_AT_ONCE = 10_000

/** What is over and was never a record of anything; records have rules of their own (retention-rules.ts): on the machine's time where it lives on that, else on the company's. */
export async function sweepSignIns(ctx: Context): Promise<void> {
  const weekAgo = ctx.clock
    .now()
    .subtract({ hours: 24 * 7 })
    .toString()
  const gone = [
    sql`delete from ${guards} where id in (
      select id from ${guards} where last_at < now() - interval '1 day' limit ${MOST_AT_ONCE})`,
    sql`delete from ${verifications} where id in (
      select id from ${verifications} where expires_at < now() limit ${MOST_AT_ONCE})`,
    sql`delete from ${sessions} where id in (
      select id from ${sessions} where expires_at < now() limit ${MOST_AT_ONCE})`,
    sql`delete from ${devices} where id in (
      select id from ${devices} where last_seen_at < now() - interval '400 days' limit ${MOST_AT_ONCE})`,
    sql`delete from ${links} where id in (
      select id from ${links} where expires_at < ${weekAgo}::timestamptz limit ${MOST_AT_ONCE})`,
  ]
  for (const statement of gone) await ctx.db.execute(statement)
}
