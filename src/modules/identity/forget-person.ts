import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { SESSIONS_CHANNEL } from "./session-news.ts"

/** What they may do has changed: every process asks again when this transaction commits. */
export async function forgetPerson(ctx: Context, personId: string): Promise<void> {
  await ctx.db.execute(sql`select pg_notify(${SESSIONS_CHANNEL}, ${`${ctx.tenant} ${personId}`})`)
}
