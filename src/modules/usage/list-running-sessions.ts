import { asc, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { UseSession } from "./session.ts"
import { sessions } from "./tables.ts"

const MOST_AT_ONCE = 10_000

/** Of these agreements. */
export async function listRunningSessions(
  ctx: Context,
  subscriptionIds: readonly string[],
): Promise<UseSession[]> {
  if (subscriptionIds.length === 0) return []
  const ids = sql.param([...new Set(subscriptionIds)])
  return ctx.db
    .select()
    .from(sessions)
    .where(sql`${sessions.subscriptionId} = any(${ids}::text[]) and stopped_at is null`)
    .orderBy(asc(sessions.startedAt), asc(sessions.id))
    .limit(MOST_AT_ONCE)
}
