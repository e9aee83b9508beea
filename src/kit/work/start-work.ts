import { sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import type { StepOutput, WorkKind } from "./define.ts"
import { WORK_GENERATION } from "./generation.ts"

export interface StartOptions {
  /** The same key of the same kind starts nothing new: it gives the operation that is already there. */
  readonly key?: string
}

/** Starts durable work inside ctx.db's transaction: committed with it, or not at all. Gives the operation's id. */
export async function startWork<Input extends StepOutput>(
  ctx: Context,
  kind: WorkKind<Input>,
  input: NoInfer<Input>,
  options: StartOptions = {},
): Promise<string> {
  const parsed = kind.input.parse(input)
  const id = ctx.newId("op")
  const now = ctx.clock.now().toString()
  const started = await ctx.db.execute<{ id: string }>(sql`
    with started as (
      insert into work.operations (id, name, key, input, queue, state, created_at, updated_at)
      values (${id}, ${kind.name}, ${options.key ?? null}, ${JSON.stringify(parsed)}::jsonb,
        ${kind.queue?.(parsed) ?? DEFAULT_QUEUE}, 'queued', ${now}::timestamptz, ${now}::timestamptz)
      on conflict (tenant_id, name, key) do nothing
      returning tenant_id, id, segment, queue),
    known_queue as (
      insert into work.queues (name) select queue from started on conflict do nothing),
    subjects as (
      insert into work.operation_subjects (id, operation_id, subject)
      select id || ' ' || subject, id, subject
      from started, unnest(${sql.param([...new Set(kind.subjects(parsed))])}::text[]) as subject)
    select id, work.enqueue_segment(tenant_id, id, segment, queue, ${WORK_GENERATION}) from started`)
  if (started.rows.length > 0) return id
  const known = await ctx.db.execute<{ id: string }>(
    sql`select id from work.operations where name = ${kind.name} and key = ${options.key}`,
  )
  const operation = known.rows[0]
  if (!operation) throw new Error(`${kind.name} was neither started nor found under its key.`)
  return operation.id
}

export const DEFAULT_QUEUE = "work"
