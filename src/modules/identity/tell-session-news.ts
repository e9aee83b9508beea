import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { SESSIONS_CHANNEL } from "./session-news.ts"

/** Whatever processes remember of this person's sessions, keys and rights is stale from the commit on. */
export async function tellSessionNews(ctx: Pick<Context, "db" | "tenant">, personId: string): Promise<void> {
  await ctx.db.execute(sql`select pg_notify(${SESSIONS_CHANNEL}, ${`${ctx.tenant} ${personId}`})`)
}
