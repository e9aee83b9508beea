import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { sessionsEnded } from "./events.ts"
import { sessions } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** By the hash of its token, if there is one; every process forgets it when this transaction commits. */
export async function endSessionOf(ctx: Context, tokenHash: string): Promise<void> {
  const [ended] = await ctx.db
    .delete(sessions)
    .where(eq(sessions.token, tokenHash))
    .returning({ id: sessions.id, personId: sessions.userId, admittedAt: sessions.admittedAt })
  if (!ended) return
  const { id, personId, admittedAt } = ended
  await tellSessionNews(ctx, personId)
  // One that never counted has signed nobody in anywhere.
  if (admittedAt !== null) {
    await announce(ctx, sessionsEnded, { personId, sessionIds: [id], isEverywhere: false })
  }
}
