import { eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { sessions } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** Two factors were shown in it. */
export async function strengthenSession(
  ctx: Context,
  wish: { readonly sessionId: string; readonly personId: string },
): Promise<void> {
  await ctx.db.update(sessions).set({ strongAt: sql`now()` }).where(eq(sessions.id, wish.sessionId))
  await tellSessionNews(ctx, wish.personId)
}
