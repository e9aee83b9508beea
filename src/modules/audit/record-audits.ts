import type { Context } from "#kit/context.ts"
import { type AuditFact, packAudits } from "./pack-audits.ts"

/** What one act did to many, by one statement. */
export async function recordAudits(ctx: Context, facts: readonly AuditFact[]): Promise<void> {
  if (facts.length > 0) await ctx.db.execute(packAudits(ctx, facts))
}
