import type { SQL } from "drizzle-orm"
import { actorId, type Context, impersonatorOf } from "#kit/context.ts"
import { insertOf, packColumns } from "#kit/write-rows.ts"
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

/** What one act does to many, as one statement that is sent with what it tells of. */
export function packAudits(ctx: Context, facts: readonly AuditFact[]): SQL {
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
  return insertOf(entries, packColumns(entries, rows))
}
