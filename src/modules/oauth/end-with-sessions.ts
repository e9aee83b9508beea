import { and, eq, inArray, isNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { endFamilies } from "./end-families.ts"
import { startLogouts } from "./start-logouts.ts"
import { families } from "./tables.ts"

export interface SessionsFact {
  readonly personId: string
  readonly sessionIds: readonly string[]
  readonly isEverywhere: boolean
}

/** Signed out here is signed out there. What was allowed without the person's presence goes on, unless something was wrong. */
export async function endWithSessions(ctx: Context, fact: SessionsFact): Promise<void> {
  await startLogouts(ctx, fact)
  if (fact.isEverywhere) {
    await endFamilies(ctx, { personId: fact.personId }, "signed-out")
    return
  }
  if (fact.sessionIds.length === 0) return
  await ctx.db
    .update(families)
    .set({ endedAt: sql`now()`, endReason: "signed-out" })
    .where(
      and(
        eq(families.personId, fact.personId),
        inArray(families.sessionId, [...fact.sessionIds]),
        isNull(families.endedAt),
        sql`not jsonb_exists(${families.scopes}, 'offline_access')`,
      ),
    )
}
