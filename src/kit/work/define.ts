import type { z } from "zod"
import type { Context, Log } from "../context.ts"
import type { Say } from "../refusal.ts"
import type { CallOutcome } from "./operation.ts"
import type { TroubleKind } from "./trouble.ts"

/** What a step may hand on: plain data, stored in clear, so ids and sealed values only. */
export type StepOutput =
  | string
  | number
  | boolean
  | null
  | { readonly [key: string]: StepOutput }
  | readonly StepOutput[]

/**
 * Durable work: a saga in plain code. Its body is played from the top whenever it goes on; a step that was
 * written down returns what it returned then. Steps are found by name, so a newer release may add steps
 * anywhere as long as names keep their meaning.
 *
 * Its functions are declared as methods, so that kinds with different inputs fit into one list.
 */
export interface WorkKind<Input extends StepOutput = StepOutput> {
  /** Imperative, with its module: "provisioning.create-service". */
  readonly name: string
  readonly input: z.ZodType<Input>
  /** For people: what this work is, in the operations list. */
  readonly say: Say
  /** Which queue: one per outside server, so a dead one holds up nobody else. Default "work". */
  queue?(input: Input): string
  /** What the work is about, shown and searchable: ["order ord_…", "service svc_…"] as ids. */
  subjects(input: Input): readonly string[]
  /** When a step has given up: stop for a person (default), or undo what was done and then tell a person. */
  readonly onGiveUp?: "stop" | "undo"
  /** Runs in the transaction that marks the work as needing a person: tell the module's own rows. */
  onStuck?(ctx: Context, input: Input, why: string): Promise<void>
  /** Runs in the transaction that finishes an undo. */
  onUndone?(ctx: Context, input: Input): Promise<void>
  /** Steps run one after the other, even when they are started together. */
  run(work: Work, input: Input): Promise<void>
}

export function defineWork<Input extends StepOutput>(kind: WorkKind<Input>): WorkKind<Input> {
  return kind
}

export interface Work {
  readonly operationId: string
  readonly tenant: string
  readonly log: Log
  /** Our own rows: one transaction that also writes the step down, so it happens exactly once. */
  record<Output extends StepOutput | undefined | void>(
    step: string,
    body: (ctx: Context) => Promise<Output>,
    options?: RecordOptions<Output>,
  ): Promise<Output>
  /**
   * As `record`, of one thing among many: what can't be done is written down as failed, and the work goes on with the
   * others. Whoever tries the work again tries what failed again.
   */
  tryRecord<Output extends StepOutput | undefined | void>(
    step: string,
    body: (ctx: Context) => Promise<Output>,
  ): Promise<Tried<Output>>
  /**
   * The outside: no transaction is open. It may run twice (a crash between the answer and our note), so it
   * carries a key or first looks for what an earlier try left.
   */
  call<Output extends StepOutput | undefined | void>(
    step: string,
    body: (call: CallContext) => Promise<Output>,
    options?: CallOptions<Output>,
  ): Promise<Output>
  /** Asks the outside again and again until it gives an answer; between two questions a row waits, not a process. */
  poll<Output extends StepOutput>(
    step: string,
    pace: { readonly everySeconds: number; readonly atMostSeconds: number },
    body: (call: CallContext) => Promise<Output | undefined>,
  ): Promise<Output>
  /** Parks the work until the company's clock has come to that moment. */
  waitUntil(step: string, moment: Temporal.Instant): Promise<void>
}

/** What one thing among many came to; `failed` is why not. */
export type Tried<Output> = { readonly output: Output } | { readonly failed: string }

/** What a step that calls outside is given: short transactions around the call, never across it. */
export interface CallContext {
  readonly operationId: string
  readonly step: string
  readonly attempt: number
  readonly tenant: string
  readonly log: Log
  readonly signal: AbortSignal
  /** The outside-call client notes each call here, redacted: written down with the step's outcome. */
  note(call: OutsideCall): void
  /** A short transaction of its own before or after the call (claim, remember an id at once). */
  transact<Result>(body: (ctx: Context) => Promise<Result>): Promise<Result>
  /** What only looks: no transaction, each statement a round trip; the database refuses what would write. */
  read<Result>(look: (ctx: Context) => Promise<Result>): Promise<Result>
  /** By the company's clock. */
  now(): Temporal.Instant
}

/** What an operator gets to see of one call to the outside. */
export interface OutsideCall {
  readonly method: string
  readonly host: string
  /** Without its query string. */
  readonly path: string
  readonly status?: number
  readonly outcome: CallOutcome
  readonly durationMs: number
  readonly request?: string
  readonly answer?: string
}

export interface RecordOptions<Output> {
  /** Nothing follows: the work is done in the transaction of this step. Whatever follows all the same is refused. */
  readonly isLast?: boolean
  readonly undo?: (ctx: Context, output: Output) => Promise<void>
}

export interface CallOptions<Output> {
  readonly undo?: (call: CallContext, output: Output) => Promise<void>
  /**
   * For a call whose answer never came: it may have worked all the same. Looks by our own reference for what
   * a lost try left, and removes it.
   */
  readonly undoUnknown?: (call: CallContext) => Promise<void>
  /** Nothing follows: the work is done with what this call answered. Whatever follows all the same is refused. */
  readonly isLast?: boolean
  /** Tries before a person is asked; between them the work is parked with growing, jittered pauses. Default 5. */
  readonly tries?: number
}

/** Thrown by a step: trying again can't help ("the plan does not exist there"). Goes straight to a person. */
export class GiveUp extends Error {
  override readonly name = "GiveUp"
  readonly trouble: TroubleKind | undefined
  constructor(message: string, options: TroubleOptions = {}) {
    super(message, options)
    this.trouble = options.trouble
  }
}

/** What is told beside an error's exact words: of which kind it is, unless what caused it says so. */
export interface TroubleOptions extends ErrorOptions {
  readonly trouble?: TroubleKind
}

/** Thrown by a step: it was asked for, and whether it was done can't be read from the answer. A failure like any other. */
export class Unanswered extends Error {
  override readonly name = "Unanswered"
  readonly trouble = "unanswered"
}

/** Thrown by a step: come back in a while, this was no failure ("busy", "rate limited"). */
export class TryLater extends Error {
  override readonly name = "TryLater"
  readonly afterSeconds: number
  readonly trouble: TroubleKind | undefined
  constructor(message: string, afterSeconds: number, options: TroubleOptions = {}) {
    super(message, options)
    this.afterSeconds = afterSeconds
    this.trouble = options.trouble
  }
}
