import { actorId, type Context, impersonatorOf } from "#kit/context.ts"
import { entries } from "./tables.ts"

export interface AuditFact {
  /** Module and act: "operations.retried". */
  readonly act: string
  readonly subjectId: string
  readonly accountId?: string | null
  readonly reason?: string | null
  readonly before?: Record<string, unknown> | null
  readonly after?: Record<string, unknown> | null
}

/** In the same transaction as what it tells of: either both stand or neither. */
export async function recordAudit(ctx: Context, fact: AuditFact): Promise<void> {
  await ctx.db.insert(entries).values({
    id: ctx.newId("aud"),
    at: ctx.clock.now(),
    act: fact.act,
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    impersonatorId: impersonatorOf(ctx.actor),
    subjectId: fact.subjectId,
    accountId: fact.accountId ?? null,
    reason: fact.reason ?? null,
    before: fact.before ?? null,
    after: fact.after ?? null,
    requestId: ctx.requestId ?? null,
  })
}
