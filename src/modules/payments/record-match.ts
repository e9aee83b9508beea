import { and, eq, isNull, lt } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { ensureFinding } from "./ensure-finding.ts"
import type { MatchFinding } from "./plan-match.ts"
import { matchFindings } from "./tables.ts"

/** Found again: seen now. Not found again: agreed since now. */
export async function recordMatch(
  ctx: Context,
  endpointId: string,
  findings: readonly MatchFinding[],
): Promise<void> {
  const now = ctx.clock.now()
  for (const finding of findings) await ensureFinding(ctx, endpointId, finding)
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
