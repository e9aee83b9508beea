import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { sessions } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** By the hash of its token, if there is one; every process forgets it when this transaction commits. */
export async function endSessionOf(ctx: Context, tokenHash: string): Promise<void> {
  const [ended] = await ctx.db
    .delete(sessions)
    .where(eq(sessions.token, tokenHash))
    .returning({ personId: sessions.userId })
  if (ended) await tellSessionNews(ctx, ended.personId)
}
