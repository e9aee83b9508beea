import { and, eq, ne } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { sessionsEnded } from "./events.ts"
import { sessions } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** All of a person's, but for the one that is kept; every process forgets them when this transaction commits. */
export async function endSessions(
  ctx: Context,
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
  if (ended.length > 0) {
    const { personId, keep, only } = wish
    const isEverywhere = keep === undefined && only === undefined
    await announce(ctx, sessionsEnded, { personId, sessionIds: ended.map((one) => one.id), isEverywhere })
  }
  return ended.length
}
