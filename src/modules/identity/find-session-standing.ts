import { and, eq, gt, isNotNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { sessions } from "./tables.ts"

/** Of a session that counts, by its id: when its person last showed who they are. Nothing for one that is over. */
export async function findSessionStanding(
  ctx: Context,
  sessionId: string,
): Promise<{ readonly provedAt: Temporal.Instant } | undefined> {
  const [row] = await ctx.db
    .select({ provedAt: sessions.provedAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, sessionId),
        gt(sessions.expiresAt, sql`now()`),
        isNotNull(sessions.admittedAt),
        isNotNull(sessions.provedAt),
      ),
    )
    .limit(1)
  return row?.provedAt ? { provedAt: row.provedAt } : undefined
}
