import type { Context, Log } from "../context.ts"
import type { Transaction } from "../db.ts"
import { type CallContext, GiveUp, type StepOutput, type WorkKind } from "./define.ts"
import { type BoundaryPlace, Crashed, type Engine, Fenced } from "./engine.ts"
import { fenceOf, lookingFenceOf } from "./fence.ts"
import type { operations, steps } from "./tables.ts"

export type OperationRow = typeof operations.$inferSelect
export type StepRow = typeof steps.$inferSelect

/** One go at an operation, by one process, from taking it to parking, ending or losing it. */
export interface Play {
  readonly engine: Engine
  readonly kind: WorkKind
  readonly input: StepOutput
  readonly log: Log
  operation: OperationRow
  readonly memo: Map<string, StepRow>
  readonly undos: UndoTask[]
  /** Step names met in this play: one name, one step. */
  readonly met: Set<string>
  /** Playing through what is done only to learn how to undo it: nothing new is begun. */
  isCollecting: boolean
  turn: Promise<unknown>
  halted: PromiseWithResolvers<Ending>
}

export interface UndoTask {
  readonly step: string
  readonly position: number
  readonly record?: (ctx: Context) => Promise<void>
  readonly call?: (call: CallContext) => Promise<void>
}

export type Ending =
  | { readonly kind: "done" | "parked" | "stuck" | "undo" | "collected" | "handed-over" }
  | { readonly kind: "threw" | "broken"; readonly error: unknown }

/**
 * Ends the play from within a step. The saga's own code is left hanging at its `await` for ever and collected
 * as garbage: it can neither catch this nor run its `finally`, just as if the process had gone.
 */
export function halt(play: Play, ending: Ending): Promise<never> {
  play.halted.resolve(ending)
  return new Promise<never>(() => {})
}

/** Plays from the top once more within the same hold on the operation. */
export function restart(play: Play, options: { readonly isCollecting: boolean }): void {
  play.isCollecting = options.isCollecting
  play.halted = Promise.withResolvers()
  play.turn = Promise.resolve()
  play.met.clear()
}

/** One step after the other, in the order they were asked for, whatever the saga starts together. */
export function inTurn<Result>(play: Play, body: () => Promise<Result>): Promise<Result> {
  const mine = play.turn
    .then(body)
    .catch((error: unknown) => halt(play, { kind: error instanceof GiveUp ? "threw" : "broken", error }))
  play.turn = mine
  return mine
}

/** A transaction of this play's tenant, behind its fence, with the places around its commit where fault trials strike. */
export async function transactPlay<Result>(
  play: Play,
  step: string | undefined,
  body: (db: Transaction) => Promise<Result>,
): Promise<Result> {
  const result = await play.engine.database.transact(
    play.operation.tenantId,
    async (db) => {
      const made = await body(db)
      await reach(play, "before-commit", step)
      return made
    },
    fenceOf(play.operation),
  )
  await reach(play, "after-commit", step)
  return result
}

/** Looks behind the fence, a round trip each: nothing is held, and nothing is committed. */
export async function readPlay<Result>(
  play: Play,
  step: string | undefined,
  body: (db: Transaction) => Promise<Result>,
): Promise<Result> {
  const { engine, operation } = play
  const found = await engine.database.read(operation.tenantId, body, lookingFenceOf(operation))
  await reach(play, "call-looked", step)
  return found
}

/** A transaction of one statement: to whoever watches, dying before it and dying before its commit are one. */
export async function writeOnceInPlay(
  play: Play,
  step: string | undefined,
  body: (db: Transaction) => Promise<unknown>,
): Promise<void> {
  await reach(play, "before-commit", step)
  await play.engine.database.writeOnce(play.operation.tenantId, body)
  await reach(play, "after-commit", step)
}

export async function reach(play: Play, at: BoundaryPlace, step: string | undefined): Promise<void> {
  const { engine, operation } = play
  await engine.boundary({
    at,
    executorId: engine.executorId,
    tenant: operation.tenantId,
    operationId: operation.id,
    name: operation.name,
    step,
  })
}

/** Neither the step's fault nor a failure of the outside: the play itself is over. */
export function isEndOfPlay(error: unknown): boolean {
  return error instanceof Fenced || error instanceof Crashed
}
