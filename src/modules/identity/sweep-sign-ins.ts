import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { devices, guards, links, signIns, signUps } from "./sign-in-tables.ts"
import { sessions, verifications } from "./tables.ts"

/** The privacy notice says six months for sign-in records, and what is over need not be kept at all. */
const KEPT_MONTHS = 6
const MOST_AT_ONCE = 10_000

/** What the sign-in leaves behind: on the machine's time where it lives on that, else on the company's. */
export async function sweepSignIns(ctx: Context): Promise<void> {
  const weekAgo = ctx.clock
    .now()
    .subtract({ hours: 24 * 7 })
    .toString()
  const months = sql`make_interval(months => ${KEPT_MONTHS})`
  const gone = [
    sql`delete from ${guards} where id in (
      select id from ${guards} where last_at < now() - interval '1 day' limit ${MOST_AT_ONCE})`,
    sql`delete from ${verifications} where id in (
      select id from ${verifications} where expires_at < now() limit ${MOST_AT_ONCE})`,
    sql`delete from ${sessions} where id in (
      select id from ${sessions} where expires_at < now() limit ${MOST_AT_ONCE})`,
    sql`delete from ${signIns} where id in (
      select id from ${signIns} where at < now() - ${months} limit ${MOST_AT_ONCE})`,
    sql`delete from ${devices} where id in (
      select id from ${devices} where last_seen_at < now() - interval '400 days' limit ${MOST_AT_ONCE})`,
    // A password that was never used and an address that was never confirmed are nobody's to keep.
    sql`delete from ${signUps} where id in (
      select id from ${signUps} where account_id is null and created_at < ${weekAgo}::timestamptz
      limit ${MOST_AT_ONCE})`,
    sql`delete from ${links} where id in (
      select id from ${links} where expires_at < ${weekAgo}::timestamptz limit ${MOST_AT_ONCE})`,
  ]
  for (const statement of gone) await ctx.db.execute(statement)
}
