import { eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { hashToken, makeSessionToken } from "./session-cookie.ts"
import { sessions } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

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
  await tellSessionNews(ctx, wish.personId)
  return token
}
