import { sql } from "drizzle-orm"
import { bigserial, boolean, index, integer, jsonb, pgSchema, text, unique } from "drizzle-orm/pg-core"
import { instant, oneOf } from "../columns.ts"
import { references, tenantTable } from "../tenant-table.ts"
import type { StepOutput } from "./define.ts"
import {
  type CallOutcome,
  callOutcomes,
  type Direction,
  directions,
  type OperationState,
  operationStates,
  type StepKind,
  type StepState,
  stepKinds,
  stepStates,
} from "./operation.ts"
import type { TroubleKind } from "./trouble.ts"

export const workSchema = pgSchema("work")

/** One row per run of a work kind: what it is, where it stands, who plays it. */
export const operations = tenantTable(
  workSchema,
  "operations",
  {
    name: text("name").notNull(),
    key: text("key"),
    input: jsonb("input").notNull(),
    queue: text("queue").notNull(),
    state: text("state").$type<OperationState>().notNull(),
    direction: text("direction").$type<Direction>().notNull().default("forward"),
    /** Which enqueued segment counts; an older one that turns up late finds another number and leaves. */
    segment: integer("segment").notNull().default(1),
    /** Grows each time somebody starts to play: the fence that shuts out a zombie. */
    play: integer("play").notNull().default(0),
    /** The step it is at. */
    progress: text("progress"),
    why: text("why"),
    /** Of which kind that is, for words in the reader's language. */
    trouble: text("trouble").$type<TroubleKind>(),
    executor: text("executor"),
    /** Parked until then, by the company's clock. */
    dueAt: instant("due_at"),
    /** Lost workers since the last step that succeeded. */
    takeOvers: integer("take_overs").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    endedAt: instant("ended_at"),
    /** Machine time, for telling silence from work; never shown as a business date. */
    touchedAt: instant("touched_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    oneOf("operations_state", table.state, operationStates),
    oneOf("operations_direction", table.direction, directions),
    unique("operations_key").on(table.tenantId, table.name, table.key),
    index("operations_newest").on(table.tenantId, table.createdAt, table.id),
    index("operations_by_name").on(table.tenantId, table.name, table.createdAt, table.id),
    index("operations_by_state").on(table.tenantId, table.state, table.createdAt, table.id),
    index("operations_due").on(table.dueAt).where(sql`${table.dueAt} is not null`),
    index("operations_open")
      .on(table.queue, table.state)
      .where(sql`${table.state} in ('queued', 'running', 'waiting', 'undoing', 'stuck')`),
  ],
)

/** Ids the work is about. A side table, because containment in an array isn't leakproof and would lose its index. */
export const operationSubjects = tenantTable(
  workSchema,
  "operation_subjects",
  { operationId: text("operation_id").notNull(), subject: text("subject").notNull() },
  (table) => [
    references(table, table.operationId, () => operations),
    index("operation_subjects_by_subject").on(table.tenantId, table.subject, table.operationId),
    index("operation_subjects_by_operation").on(table.tenantId, table.operationId),
  ],
)

/** The memory of a saga: what each step returned, or how far it got. */
export const steps = tenantTable(
  workSchema,
  "steps",
  {
    operationId: text("operation_id").notNull(),
    name: text("name").notNull(),
    kind: text("kind").$type<StepKind>().notNull(),
    state: text("state").$type<StepState>().notNull(),
    /** The order in which steps were first done; undo goes backwards along it. */
    position: integer("position").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Attempts that failed; a lost worker or a "come back later" isn't one. */
    failures: integer("failures").notNull().default(0),
    /** `{"value": …}`, so that nothing and null stay two things; null until it is done. */
    output: jsonb("output").$type<{ readonly value?: StepOutput }>(),
    why: text("why"),
    isUndoable: boolean("is_undoable").notNull().default(false),
    dueAt: instant("due_at"),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    references(table, table.operationId, () => operations),
    oneOf("steps_kind", table.kind, stepKinds),
    oneOf("steps_state", table.state, stepStates),
    unique("steps_name").on(table.tenantId, table.operationId, table.name),
  ],
)

/** Every call a step made to the outside, secrets redacted before they get here. */
export const calls = tenantTable(
  workSchema,
  "calls",
  {
    operationId: text("operation_id").notNull(),
    step: text("step").notNull(),
    attempt: integer("attempt").notNull(),
    method: text("method").notNull(),
    host: text("host").notNull(),
    path: text("path").notNull(),
    status: integer("status"),
    outcome: text("outcome").$type<CallOutcome>().notNull(),
    durationMs: integer("duration_ms").notNull(),
    request: text("request"),
    answer: text("answer"),
    at: instant("at").notNull(),
    /** Several calls may share a moment. */
    number: bigserial("number", { mode: "number" }).notNull(),
  },
  (table) => [
    references(table, table.operationId, () => operations),
    oneOf("calls_outcome", table.outcome, callOutcomes),
    index("calls_of_operation").on(table.tenantId, table.operationId, table.number),
  ],
)

/**
 * Outside the tenant wall: processes belong to nobody, and they must see each other's silence.
 * Holds no business data.
 */
export const executors = workSchema.table("executors", {
  id: text("id").primaryKey(),
  startedAt: instant("started_at").notNull().default(sql`clock_timestamp()`),
  seenAt: instant("seen_at").notNull().default(sql`clock_timestamp()`),
})

/**
 * Outside the tenant wall: a queue stands for an outside server or an urgency, and every worker must know
 * all of them to serve them. Holds names (ids) and limits only.
 */
export const queues = workSchema.table("queues", {
  name: text("name").primaryKey(),
  /** Segments of this queue running at once, over all processes; null leaves only each process's own limit. */
  concurrency: integer("concurrency"),
  /** At most so many segments started in `ratePeriodSeconds`; null is no limit. */
  rate: integer("rate"),
  ratePeriodSeconds: integer("rate_period_seconds").notNull().default(1),
})
