import { sql } from "drizzle-orm"
import { announce } from "../events/announce.ts"
import type { OutsideCall } from "./define.ts"
import { systemContext } from "./engine.ts"
import { planAfterFailure, wordsOf } from "./failure.ts"
import { isOwnFault } from "./in-savepoint.ts"
import { halt, isEndOfPlay, type Play, type StepRow, transactPlay, writeOnceInPlay } from "./play.ts"
import { writePlay } from "./play-rows.ts"
import { requeueOperations } from "./requeue.ts"
import type { TroubleKind } from "./trouble.ts"
import { workStuck } from "./work-events.ts"

export interface Failure {
  readonly step: StepRow
  readonly error: unknown
  readonly tries: number
  /** A pause that does not grow. */
  readonly everySeconds?: number
  readonly calls?: readonly OutsideCall[]
}

/** A step has failed: park it for another try, or give up. The play ends either way. */
export async function settleFailure(play: Play, failure: Failure): Promise<never> {
  const { step, error } = failure
  if (isEndOfPlay(error)) throw error
  const { attempts, failures } = step
  const plan = planAfterFailure({
    error,
    attempts,
    failures,
    tries: failure.tries,
    everySeconds: failure.everySeconds,
    random: play.engine.random(),
  })
  play.log.warn({ step: step.name, attempts, error: wordsOf(error), plan: plan.kind }, "a step failed")
  const { why, trouble } = plan
  const failed = { ...step, failures: plan.failures, why }
  if (plan.kind === "give-up") return giveUp(play, { step: failed, why, trouble, calls: failure.calls })
  const dueAt = play.engine.clock.now().add({ seconds: plan.afterSeconds })
  return park(play, { step: failed, dueAt, trouble, calls: failure.calls })
}

/**
 * One thing among many has failed. Written down is why, and the play goes on. What may work the next time (a deadlock) is
 * parked like any other; what our own rows or rules refuse would be refused again.
 */
export async function leaveFailed(play: Play, failure: Failure): Promise<string> {
  const { step, error } = failure
  if (isEndOfPlay(error)) throw error
  const tries = error instanceof Error && isOwnFault(error) ? 1 : failure.tries
  const plan = planAfterFailure({ ...step, error, tries, random: play.engine.random() })
  const { why, failures } = plan
  if (plan.kind === "park") return settleFailure(play, failure)
  play.log.warn({ step: step.name, error: wordsOf(error) }, "one of many failed")
  const failed: StepRow = { ...step, failures, why, state: "failed", endedAt: play.engine.clock.now() }
  await writeOnceInPlay(play, step.name, (db) => writePlay(db, play, { steps: [failed] }))
  return why
}

/** Nobody holds the work while it waits: a row with a due time does. */
export async function park(
  play: Play,
  parked: {
    step: StepRow
    dueAt: Temporal.Instant
    trouble?: TroubleKind
    calls?: readonly OutsideCall[] | undefined
  },
): Promise<never> {
  const { dueAt, trouble = null } = parked
  const step: StepRow = { ...parked.step, state: "waiting", dueAt }
  const state = play.operation.direction === "undo" ? "undoing" : "waiting"
  await writeOnceInPlay(play, step.name, (db) =>
    writePlay(db, play, {
      operation: { state, executor: null, dueAt, why: step.why, trouble },
      steps: [step],
      notes: { step, calls: parked.calls ?? [] },
    }),
  )
  return halt(play, { kind: "parked" })
}

export interface GivingUp {
  readonly step?: StepRow
  readonly why: string
  readonly trouble: TroubleKind
  readonly calls?: readonly OutsideCall[] | undefined
}

/** Why a poll ends whose time is over. */
export function neverAnswered(seconds: number) {
  return { why: `No answer within ${seconds} seconds.`, trouble: "unanswered" } as const
}

export async function giveUp(play: Play, giving: GivingUp): Promise<never> {
  const mayUndo = play.operation.direction === "forward" && play.kind.onGiveUp === "undo"
  if (!mayUndo) {
    await becomeStuck(play, giving)
    return halt(play, { kind: "stuck" })
  }
  await writeOnceInPlay(play, giving.step?.name, (db) =>
    writePlay(db, play, {
      operation: { state: "undoing", direction: "undo", why: giving.why, trouble: giving.trouble },
      ...failedStep(play, giving),
    }),
  )
  return halt(play, { kind: "undo" })
}

/** Marks the work as needing a person, lets its module tell its own rows, and announces it, all at once. */
export async function becomeStuck(play: Play, giving: GivingUp): Promise<void> {
  const { engine, kind } = play
  const { trouble } = giving
  const write = (why: string, tell: boolean) =>
    transactPlay(play, giving.step?.name, async (db) => {
      const ctx = systemContext(engine, play.operation.tenantId, db, `work:${kind.name}`)
      if (tell) await kind.onStuck?.(ctx, play.input, why)
      const { id: operationId } = play.operation
      await announce(ctx, workStuck, { operationId, name: kind.name, why, trouble })
      await writePlay(db, play, {
        operation: { state: "stuck", executor: null, dueAt: null, why, trouble },
        ...failedStep(play, giving),
      })
    })
  try {
    await write(giving.why, true)
  } catch (error) {
    if (isEndOfPlay(error)) throw error
    // The person must be told even when the module can't be.
    await write(`${giving.why} (and telling its module failed: ${wordsOf(error)})`, false)
  }
}

function failedStep(play: Play, giving: GivingUp) {
  if (!giving.step) return {}
  const step: StepRow = {
    ...giving.step,
    state: "failed",
    why: giving.why,
    endedAt: play.engine.clock.now(),
  }
  return { steps: [step], notes: { step, calls: giving.calls ?? [] } }
}

/** The process wants to stop: somebody else goes on at once. */
export async function handOver(play: Play): Promise<never> {
  const { operation, engine } = play
  await writeOnceInPlay(play, undefined, (db) =>
    requeueOperations(db, {
      operationIds: [operation.id],
      now: engine.clock.now(),
      when: sql`play = ${operation.play} and state in ('running', 'undoing')`,
    }),
  )
  return halt(play, { kind: "handed-over" })
}
