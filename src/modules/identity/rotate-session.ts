import { eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { hashToken, makeSessionToken } from "./session-cookie.ts"
import { SESSIONS_CHANNEL } from "./session-news.ts"
import { sessions } from "./tables.ts"

/** The same session under another secret: whoever knew the old one is out. */
export async function rotateSession(
  ctx: Context,
  wish: { readonly sessionId: string; readonly personId: string },
): Promise<string> {
  const token = makeSessionToken()
  await ctx.db
    .update(sessions)
    .set({ token: hashToken(token), updatedAt: sql`now()` })
    .where(eq(sessions.id, wish.sessionId))
  await ctx.db.execute(sql`select pg_notify(${SESSIONS_CHANNEL}, ${`${ctx.tenant} ${wish.personId}`})`)
  return token
}
