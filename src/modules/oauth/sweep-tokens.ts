import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { codes, families, logouts, refreshTokens, signingKeys } from "./tables.ts"

const MOST_AT_ONCE = 10_000

/**
 * What is over and can't be asked about any more. A used refresh token is kept as long as its family can live: it is
 * how a copy is found out.
 */
export async function sweepTokens(ctx: Context): Promise<void> {
  const gone = [
    sql`delete from ${codes} where id in (
      select id from ${codes} where expires_at < now() - interval '1 day' limit ${MOST_AT_ONCE})`,
    sql`delete from ${families} where id in (
      select id from ${families} f where created_at < now() - interval '2 days'
        and (ended_at < now() - interval '30 days' or not exists (
          select 1 from ${refreshTokens} t
          where t.tenant_id = f.tenant_id and t.family_id = f.id and t.expires_at > now()))
      limit ${MOST_AT_ONCE})`,
    sql`delete from ${logouts} where id in (
      select id from ${logouts} where created_at < now() - interval '90 days' limit ${MOST_AT_ONCE})`,
    sql`delete from ${signingKeys} where published_until < now() - interval '365 days'`,
  ]
  for (const statement of gone) await ctx.db.execute(statement)
}
