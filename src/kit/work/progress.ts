import { sql } from "drizzle-orm"
import type { Database } from "../db.ts"
import type { OperationState, StepKind, StepState } from "./operation.ts"
import type { TroubleKind } from "./trouble.ts"

/** What a page shows while work goes on: no inputs, no outputs, nothing that must not leave the house. */
export interface OperationProgress {
  readonly state: OperationState
  /** The step it is at. */
  readonly at: string | null
  readonly why: string | null
  readonly trouble: TroubleKind | null
  /** Parked until then, ISO 8601. */
  readonly dueAt: string | null
  readonly steps: readonly StepSummary[]
}

export interface StepSummary {
  readonly name: string
  readonly kind: StepKind
  readonly state: StepState
  readonly attempts: number
}

export async function readProgress(
  database: Database,
  tenant: string,
  operationId: string,
): Promise<OperationProgress | undefined> {
  const found = await database.read(tenant, (db) =>
    db.execute<{
      state: OperationState
      at: string | null
      why: string | null
      trouble: TroubleKind | null
      due_at: string | null
      steps: StepSummary[]
    }>(sql`
      select o.state, o.progress as at, o.why, o.trouble, o.due_at, coalesce((
        select json_agg(json_build_object('name', s.name, 'kind', s.kind, 'state', s.state, 'attempts', s.attempts)
          order by s.position, s.id)
        from work.steps s where s.operation_id = o.id), '[]') as steps
      from work.operations o where o.id = ${operationId}`),
  )
  const row = found.rows[0]
  if (!row) return undefined
  const { due_at, ...rest } = row
  return { ...rest, dueAt: due_at === null ? null : Temporal.Instant.from(due_at).toString() }
}
