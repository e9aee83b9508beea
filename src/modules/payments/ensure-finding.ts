import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { MatchFinding } from "./plan-match.ts"
import { matchFindings } from "./tables.ts"

/** Written down once while it is open: seen again, only the time moves. */
export async function ensureFinding(ctx: Context, endpointId: string, finding: MatchFinding): Promise<void> {
  const { kind, subject, ...found } = finding
  const now = ctx.clock.now()
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
