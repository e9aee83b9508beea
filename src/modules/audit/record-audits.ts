import { actorId, type Context, impersonatorOf } from "#kit/context.ts"
import { insertRows } from "#kit/write-rows.ts"
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

/** What one act did to many, by one statement. */
export async function recordAudits(ctx: Context, facts: readonly AuditFact[]): Promise<void> {
  const by = {
    at: ctx.clock.now(),
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    impersonatorId: impersonatorOf(ctx.actor),
    requestId: ctx.requestId ?? null,
  }
  const rows = facts.map((fact) => ({
    id: ctx.newId("aud"),
    ...by,
    act: fact.act,
    subjectId: fact.subjectId,
    accountId: fact.accountId ?? null,
    reason: fact.reason ?? null,
    before: fact.before ?? null,
    after: fact.after ?? null,
  }))
  await insertRows(ctx.db, entries, rows)
}
