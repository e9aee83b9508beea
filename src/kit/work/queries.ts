import { and, asc, desc, eq, exists, inArray, type SQL, sql } from "drizzle-orm"
import { readAcrossTenants } from "../across-tenants.ts"
import type { Context } from "../context.ts"
import type { Database } from "../db.ts"
import { keysetOf, type TimedFilter } from "../keyset.ts"
import { cutPage, type Page } from "../paging.ts"
import { plannedAnew } from "../planned-anew.ts"
import type { StepOutput } from "./define.ts"
import type { OperationState } from "./operation.ts"
import { refuseWork } from "./refusals.ts"
import { calls, operationSubjects, operations, steps } from "./tables.ts"

export type OperationSummary = Pick<
  typeof operations.$inferSelect,
  | "id"
  | "name"
  | "state"
  | "direction"
  | "queue"
  | "segment"
  | "progress"
  | "why"
  | "trouble"
  | "dueAt"
  | "createdAt"
  | "updatedAt"
  | "endedAt"
> & { readonly subjects: readonly string[] }

export type StepDetail = Omit<typeof steps.$inferSelect, "tenantId" | "operationId" | "output"> & {
  readonly output: StepOutput | undefined
}
export type CallDetail = Omit<typeof calls.$inferSelect, "tenantId" | "operationId">

export interface OperationDetail extends OperationSummary {
  readonly input: StepOutput
  /** In the order in which they were done. */
  readonly steps: readonly StepDetail[]
  /** Oldest first; the newest 200. */
  readonly calls: readonly CallDetail[]
}

export interface OperationFilter extends TimedFilter {
  readonly states?: readonly OperationState[]
  readonly name?: string
  /** Work about this id. */
  readonly subject?: string
  readonly limit: number
}

/** Newest first. Operations are the staff's: whoever offers them to customers filters by subject. */
export async function listOperations(ctx: Context, filter: OperationFilter): Promise<Page<OperationSummary>> {
  const conditions: SQL[] = []
  if (filter.states?.length) conditions.push(inArray(operations.state, [...filter.states]))
  if (filter.name) conditions.push(eq(operations.name, filter.name))
  if (filter.subject) conditions.push(isAbout(ctx, filter.subject))
  const { after, orderBy } = keysetOf(filter, operations.createdAt, operations.id)
  if (after) conditions.push(after)
  const anew = plannedAnew(filter.states?.length, filter.name, filter.subject)
  if (anew) conditions.push(anew)
  const rows = await ctx.db
    .select(summaryColumns)
    .from(operations)
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  return cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
}

/** What kinds of work these are, and about what. As many as a bulk run may have. */
export async function listOperationHeads(
  ctx: Context,
  ids: readonly string[],
): Promise<Pick<OperationSummary, "id" | "name" | "subjects">[]> {
  if (ids.length === 0) return []
  const { id, name, subjects } = summaryColumns
  return ctx.db
    .select({ id, name, subjects })
    .from(operations)
    .where(inArray(operations.id, [...ids]))
    .limit(1_000)
}

const MOST_STEPS = 500
const MOST_CALLS = 200

export async function getOperation(ctx: Context, operationId: string): Promise<OperationDetail> {
  // Its input stands in every row: ids, and no more.
  const rows = await ctx.db
    .select({ found: { ...summaryColumns, input: operations.input }, step: steps })
    .from(operations)
    .leftJoin(steps, and(eq(steps.tenantId, operations.tenantId), eq(steps.operationId, operations.id)))
    .where(eq(operations.id, operationId))
    .orderBy(asc(steps.position), asc(steps.id))
    .limit(MOST_STEPS)
  const found = rows[0]?.found
  if (!found) return refuseWork("work.operation_unknown", { operationId })
  const ownSteps = rows.flatMap(({ step }) => step ?? [])
  const ownCalls = await ctx.db
    .select()
    .from(calls)
    .where(eq(calls.operationId, operationId))
    .orderBy(desc(calls.number))
    .limit(MOST_CALLS)
  return {
    ...found,
    input: found.input as StepOutput,
    steps: ownSteps.map(({ tenantId: _tenant, operationId: _operation, output, ...step }) => ({
      ...step,
      output: output?.value,
    })),
    calls: ownCalls.reverse().map(({ tenantId: _tenant, operationId: _operation, ...call }) => call),
  }
}

export interface WorkCount {
  readonly queue: string
  readonly state: OperationState
  readonly operations: number
}

/** Open work per queue and state, over all tenants: for metrics. One statement over a partial index. */
export async function countWork(database: Database): Promise<WorkCount[]> {
  const found = await readAcrossTenants<{ queue: string; state: OperationState; operations: string }>(
    database,
    sql`select * from work.counts()`,
  )
  return found.map((row) => ({ ...row, operations: Number(row.operations) }))
}

const summaryColumns = {
  id: operations.id,
  name: operations.name,
  state: operations.state,
  direction: operations.direction,
  queue: operations.queue,
  segment: operations.segment,
  progress: operations.progress,
  why: operations.why,
  trouble: operations.trouble,
  dueAt: operations.dueAt,
  createdAt: operations.createdAt,
  updatedAt: operations.updatedAt,
  endedAt: operations.endedAt,
  // Names written out: in a select from one table drizzle leaves the table off, and `id` would be the subject's own.
  subjects: sql<string[]>`array(
    select s.subject from work.operation_subjects s
    where s.operation_id = "work"."operations"."id" order by 1 limit 50)`,
}

function isAbout(ctx: Context, subject: string): SQL {
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(operationSubjects)
      .where(and(eq(operationSubjects.operationId, operations.id), eq(operationSubjects.subject, subject))),
  )
}
