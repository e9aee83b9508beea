import { and, eq, inArray, isNull, sql } from "drizzle-orm"
import type { Transaction } from "../db.ts"
import { WORK_CHANNEL } from "../listen.ts"
import type { OutsideCall } from "./define.ts"
import { type Engine, Fenced } from "./engine.ts"
import type { OperationRow, Play, StepRow } from "./play.ts"
import { operations, steps } from "./tables.ts"

export interface Segment {
  readonly tenant: string
  readonly operationId: string
  readonly segment: number
}

/**
 * Takes the operation into our hands: from here on every older play of it is shut out. Only then is read what those
 * did: a step of theirs can't be committed any more.
 */
export async function takeOperation(
  engine: Engine,
  { tenant, operationId, segment }: Segment,
): Promise<{ operation: OperationRow; memo: StepRow[] } | undefined> {
  const [operation] = await engine.database.writeOnce(tenant, (db) =>
    db
      .update(operations)
      .set({
        state: sql`case when state = 'undoing' then 'undoing' else 'running' end`,
        play: sql`play + 1`,
        executor: engine.executorId,
        touchedAt: sql`clock_timestamp()`,
        updatedAt: engine.clock.now(),
      })
      .where(
        and(
          eq(operations.id, operationId),
          eq(operations.segment, segment),
          inArray(operations.state, ["queued", "running", "undoing"]),
          isNull(operations.dueAt),
        ),
      )
      .returning(),
  )
  if (!operation) return undefined
  // Whoever writes a step has taken the operation first, and whatever moves it counts on: nobody was here before.
  if (operation.play === 1) return { operation, memo: [] }
  const memo = await engine.database.read(tenant, (db) =>
    db.select().from(steps).where(eq(steps.operationId, operationId)),
  )
  return { operation, memo }
}

export interface PlayWrite {
  readonly operation?: Partial<
    Pick<OperationRow, "state" | "direction" | "why" | "trouble" | "executor" | "dueAt" | "endedAt">
  >
  readonly steps?: readonly StepRow[]
  readonly notes?: { readonly step: StepRow; readonly calls: readonly OutsideCall[] }
}

/** Everything a play has to say at one point, in one statement, behind the fence. Updates the memory as well. */
export async function writePlay(db: Transaction, play: Play, write: PlayWrite): Promise<void> {
  const { engine } = play
  const now = engine.clock.now()
  const progress = write.steps?.[0]?.name ?? play.operation.progress
  const hasSucceeded = write.steps?.some((step) => step.state === "done" || step.state === "waiting")
  const next: OperationRow = {
    ...play.operation,
    ...write.operation,
    progress,
    takeOvers: hasSucceeded ? 0 : play.operation.takeOvers,
    updatedAt: now,
  }
  const written = await db.execute(sql`
    with fence as (
      update work.operations set
        state = ${next.state}, direction = ${next.direction}, progress = ${next.progress}, why = ${next.why},
        trouble = ${next.trouble}, executor = ${next.executor}, due_at = ${text(next.dueAt)}::timestamptz, take_overs = ${next.takeOvers},
        ended_at = ${text(next.endedAt)}::timestamptz, updated_at = ${text(now)}::timestamptz,
        touched_at = clock_timestamp()
      where id = ${next.id} and play = ${next.play} and state in ('running', 'undoing')
      returning tenant_id, id)
    ${write.steps?.length ? stepRows(write.steps) : sql``}
    ${write.notes?.calls.length ? callRows(engine, write.notes.step, write.notes.calls) : sql``}
    select pg_notify(${WORK_CHANNEL}, tenant_id || ' ' || id) from fence`)
  if (written.rows.length === 0) throw new Fenced(`${next.id} is played by somebody else.`)
  play.operation = next
  for (const step of write.steps ?? []) play.memo.set(step.name, step)
}

function stepRows(rows: readonly StepRow[]) {
  const wire = rows.map((row) => ({
    ...row,
    dueAt: text(row.dueAt),
    startedAt: text(row.startedAt),
    endedAt: text(row.endedAt),
  }))
  return sql`, step as (
    insert into work.steps (id, operation_id, name, kind, state, position, attempts, failures, output, why,
      is_undoable, due_at, started_at, ended_at)
    select s.id, fence.id, s.name, s.kind, s.state, s.position, s.attempts, s.failures, s.output, s.why,
      s."isUndoable", s."dueAt", s."startedAt", s."endedAt"
    from fence, jsonb_to_recordset(${JSON.stringify(wire)}::jsonb) as s(id text, name text, kind text, state text,
      position integer, attempts integer, failures integer, output jsonb, why text, "isUndoable" boolean,
      "dueAt" timestamptz, "startedAt" timestamptz, "endedAt" timestamptz)
    on conflict (tenant_id, operation_id, name) do update set
      kind = excluded.kind, state = excluded.state, position = excluded.position, attempts = excluded.attempts,
      failures = excluded.failures, output = excluded.output, why = excluded.why,
      is_undoable = excluded.is_undoable, due_at = excluded.due_at, started_at = excluded.started_at,
      ended_at = excluded.ended_at)`
}

function callRows(engine: Engine, step: StepRow, notes: readonly OutsideCall[]) {
  const wire = notes.map((note) => ({ ...note, id: engine.newId("cal") }))
  return sql`, noted as (
    insert into work.calls (id, operation_id, step, attempt, method, host, path, status, outcome, duration_ms,
      request, answer, at)
    select c.id, fence.id, ${step.name}, ${step.attempts}::integer, c.method, c.host, c.path, c.status, c.outcome,
      round(c."durationMs")::integer, c.request, c.answer, ${text(engine.clock.now())}::timestamptz
    from fence, jsonb_to_recordset(${JSON.stringify(wire)}::jsonb) as c(id text, method text, host text, path text,
      status integer, outcome text, "durationMs" double precision, request text, answer text))`
}

function text(moment: Temporal.Instant | null): string | null {
  return moment?.toString() ?? null
}

/** What a work that has come to its end says of itself. */
export function doneNow({ clock }: Engine) {
  return { state: "done", executor: null, why: null, trouble: null, endedAt: clock.now() } as const
}
