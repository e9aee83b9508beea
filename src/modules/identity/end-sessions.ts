import { and, eq, ne } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { sessions } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** All of a person's, but for the one that is kept; every process forgets them when this transaction commits. */
export async function endSessions(
  ctx: Pick<Context, "db" | "tenant">,
  wish: { readonly personId: string; readonly keep?: string | undefined; readonly only?: string },
): Promise<number> {
  const ended = await ctx.db
    .delete(sessions)
    .where(
      and(
        eq(sessions.userId, wish.personId),
        wish.keep ? ne(sessions.id, wish.keep) : undefined,
        wish.only ? eq(sessions.id, wish.only) : undefined,
      ),
    )
    .returning({ id: sessions.id })
  await tellSessionNews(ctx, wish.personId)
  return ended.length
}
