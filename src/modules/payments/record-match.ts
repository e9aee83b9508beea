import { and, eq, isNull, lt, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { MatchFinding } from "./plan-match.ts"
import { matchFindings } from "./tables.ts"

/** Found again: seen now. Not found again: agreed since now. */
export async function recordMatch(
  ctx: Context,
  endpointId: string,
  findings: readonly MatchFinding[],
): Promise<void> {
  const now = ctx.clock.now()
  for (const { kind, subject, ...found } of findings) {
    const seen = { ...found, lastSeenAt: now }
    await ctx.db
      .insert(matchFindings)
      .values({ id: ctx.newId("mfd"), endpointId, kind, subject, firstSeenAt: now, ...seen })
      .onConflictDoUpdate({
        target: [matchFindings.tenantId, matchFindings.endpointId, matchFindings.kind, matchFindings.subject],
        targetWhere: sql`resolved_at is null`,
        set: seen,
      })
  }
  await ctx.db
    .update(matchFindings)
    .set({ resolvedAt: now })
    .where(
      and(
        eq(matchFindings.endpointId, endpointId),
        isNull(matchFindings.resolvedAt),
        lt(matchFindings.lastSeenAt, now),
      ),
    )
}
