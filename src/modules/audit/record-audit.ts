import type { Context } from "#kit/context.ts"
import type { AuditFact } from "./pack-audits.ts"
import { recordAudits } from "./record-audits.ts"

/** In the same transaction as what it tells of: either both stand or neither. */
export function recordAudit(ctx: Context, fact: AuditFact): Promise<void> {
  return recordAudits(ctx, [fact])
}
