import type { Context } from "../context.ts"
import { isDatabaseRefusal } from "../db.ts"
import { askOutside, contextOf } from "./ask-outside.ts"
import {
  type CallContext,
  type CallOptions,
  GiveUp,
  type OutsideCall,
  type RecordOptions,
  type StepOutput,
  type Tried,
  type Work,
} from "./define.ts"
import { DEFAULT_TRIES } from "./failure.ts"
import { type Failure, giveUp, handOver, leaveFailed, neverAnswered, park, settleFailure } from "./give-up.ts"
import type { StepKind } from "./operation.ts"
import { halt, inTurn, type Play, reach, type StepRow, transactPlay, writeOnceInPlay } from "./play.ts"
import { doneNow, type PlayWrite, writePlay } from "./play-rows.ts"

type Output = StepOutput | undefined | void

/** What a saga works with. Each method either gives its step's output or ends the play. */
export function createWork(play: Play): Work {
  const { id: operationId, tenantId: tenant } = play.operation
  return {
    operationId,
    tenant,
    log: play.log,
    record: (name, body, options) =>
      inTurn(play, () => recordStep(play, { name, kind: "record", body, options })),
    tryRecord: (name, body) => inTurn(play, () => tryStep(play, { name, kind: "record", body })),
    call: (name, body, options) => inTurn(play, () => callStep(play, { name, kind: "call", body, options })),
    poll: (name, pace, body) => inTurn(play, () => pollStep(play, { name, pace, body })),
    waitUntil: (name, moment) => inTurn(play, () => waitStep(play, { name, moment })),
  }
}

interface RecordStep<Result> {
  readonly name: string
  readonly kind: StepKind
  readonly body: (ctx: Context) => Promise<Result>
  readonly options?: RecordOptions<Result> | undefined
  /** The step this one takes back. */
  readonly undoes?: string
}

export async function recordStep<Result extends Output>(
  play: Play,
  given: RecordStep<Result>,
): Promise<Result> {
  const tried = await tryOnce(play, given)
  return "failure" in tried ? settleFailure(play, tried.failure) : tried.output
}

async function tryStep<Result extends Output>(play: Play, given: RecordStep<Result>): Promise<Tried<Result>> {
  const known = play.memo.get(given.name)
  // Whoever tries the work again has set the count back.
  if (known?.state === "failed" && known.failures > 0) return { failed: known.why ?? "" }
  const tried = await tryOnce(play, given)
  return "failure" in tried ? { failed: await leaveFailed(play, tried.failure) } : tried
}

async function tryOnce<Result extends Output>(
  play: Play,
  given: RecordStep<Result>,
): Promise<{ readonly output: Result } | { readonly failure: Failure }> {
  const { name, body, options } = given
  const undo = options?.undo
  const remember = (step: StepRow, output: Result) => {
    if (undo) {
      play.undos.push({ step: name, position: step.position, record: (ctx) => undo(ctx, output) })
    }
    return { output }
  }
  const known = recall<Result>(play, name)
  if (known) return remember(known.step, known.output)
  const step = await beginStep(play, name, given.kind)
  const ending = endingOf(play, options)
  const before = play.operation
  let isWritten = false
  try {
    const done = await transactPlay(play, name, async (db) => {
      const output = await body(contextOf(play, db))
      const row = finish(play, step, output, undo !== undefined)
      await writePlay(db, play, { ...ending, steps: [row, ...undone(play, given.undoes)] })
      isWritten = true
      return row
    })
    return remember(done, outputOf<Result>(done))
  } catch (error) {
    // Cut off between the commit and its answer: it may be done. Whoever takes over reads what became of it.
    if (isWritten && !isDatabaseRefusal(error)) throw error
    play.operation = before
    return { failure: { step, error, tries: DEFAULT_TRIES } }
  }
}

function endingOf({ engine }: Play, options: { readonly isLast?: boolean } | undefined): PlayWrite {
  return options?.isLast ? { operation: doneNow(engine) } : {}
}

interface CallStep<Result> {
  readonly name: string
  readonly kind: StepKind
  readonly body: (call: CallContext) => Promise<Result>
  readonly options?: CallOptions<Result> | undefined
  readonly undoes?: string
}

export async function callStep<Result extends Output>(play: Play, given: CallStep<Result>): Promise<Result> {
  const { name, options } = given
  const undo = options?.undo
  const remember = (step: StepRow, output: Result): Result => {
    if (undo) play.undos.push({ step: name, position: step.position, call: (call) => undo(call, output) })
    return output
  }
  const known = recall<Result>(play, name)
  if (known) return remember(known.step, known.output)
  if (play.isCollecting) rememberUnknown(play, name, options?.undoUnknown)
  const step = await claimCall(play, await beginStep(play, name, given.kind))
  const answer = await askOutside(play, step, given.body)
  await reach(play, "call-answered", name)
  const { calls } = answer
  if ("error" in answer) {
    return settleFailure(play, { step, error: answer.error, tries: options?.tries ?? DEFAULT_TRIES, calls })
  }
  return remember(...(await writeAnswer<Result>(play, given, step, answer)))
}

async function writeAnswer<Result extends Output>(
  play: Play,
  given: CallStep<Result>,
  step: StepRow,
  answer: { readonly output: Result; readonly calls: readonly OutsideCall[] },
): Promise<[StepRow, Result]> {
  const row = finish(play, step, answer.output, given.options?.undo !== undefined)
  await writeOnceInPlay(play, step.name, (db) =>
    writePlay(db, play, {
      ...endingOf(play, given.options),
      steps: [row, ...undone(play, given.undoes)],
      notes: { step: row, calls: answer.calls },
    }),
  )
  return [row, outputOf<Result>(row)]
}

interface PollStep<Result> {
  readonly name: string
  readonly pace: { readonly everySeconds: number; readonly atMostSeconds: number }
  readonly body: (call: CallContext) => Promise<Result | undefined>
}

async function pollStep<Result extends StepOutput>(play: Play, given: PollStep<Result>): Promise<Result> {
  const { name, pace } = given
  const known = recall<Result>(play, name)
  if (known) return known.output
  const step = await claimCall(play, await beginStep(play, name, "poll"))
  const answer = await askOutside(play, step, given.body)
  await reach(play, "call-answered", name)
  const { calls } = answer
  const now = play.engine.clock.now()
  const end = step.startedAt.add({ seconds: pace.atMostSeconds })
  const isLate = Temporal.Instant.compare(now, end) >= 0
  if ("error" in answer) {
    // Until its time is over, a poll that fails has merely learned nothing: it asks on at its own pace.
    return settleFailure(play, {
      step,
      error: answer.error,
      tries: isLate ? 1 : Number.POSITIVE_INFINITY,
      everySeconds: pace.everySeconds,
      calls,
    })
  }
  const { output } = answer
  if (output !== undefined) {
    const [, result] = await writeAnswer(play, { ...given, kind: "poll", body: async () => output }, step, {
      output,
      calls,
    })
    return result
  }
  if (isLate) return giveUp(play, { step, ...neverAnswered(pace.atMostSeconds), calls })
  const next = now.add({ seconds: pace.everySeconds })
  return park(play, { step, dueAt: Temporal.Instant.compare(next, end) < 0 ? next : end, calls })
}

async function waitStep(play: Play, given: { name: string; moment: Temporal.Instant }): Promise<void> {
  if (recall(play, given.name)) return
  const known = play.memo.get(given.name)
  const step = await beginStep(play, given.name, "wait")
  // The moment that was promised first counts, also when a newer release would choose another.
  const dueAt = (known?.state === "waiting" ? known.dueAt : undefined) ?? given.moment
  if (Temporal.Instant.compare(play.engine.clock.now(), dueAt) < 0) return park(play, { step, dueAt })
  const row = finish(play, { ...step, dueAt }, undefined, false)
  await writeOnceInPlay(play, step.name, (db) => writePlay(db, play, { steps: [row] }))
}

/** What a step gave when it was done. While undo is being collected, what it once gave counts, forgotten or not. */
function recall<Result>(play: Play, name: string): { step: StepRow; output: Result } | undefined {
  if (play.met.has(name)) throw new GiveUp(`Two steps are called "${name}".`)
  play.met.add(name)
  const step = play.memo.get(name)
  if (!step?.output) return undefined
  const counts = step.state === "done" || step.state === "undone" || play.isCollecting
  return counts ? { step, output: outputOf<Result>(step) } : undefined
}

async function beginStep(play: Play, name: string, kind: StepKind): Promise<StepRow> {
  const { engine } = play
  if (play.isCollecting) return halt(play, { kind: "collected" })
  if (engine.draining.signal.aborted) return handOver(play)
  await reach(play, "step-begins", name)
  const known = play.memo.get(name)
  const isKnown = known && known.state !== "forgotten"
  return {
    tenantId: play.operation.tenantId,
    operationId: play.operation.id,
    id: known?.id ?? engine.newId("stp"),
    name,
    kind,
    state: "calling",
    position: isKnown ? known.position : nextPosition(play),
    attempts: (isKnown ? known.attempts : 0) + 1,
    failures: isKnown ? known.failures : 0,
    // What an earlier go left behind stays written down until this one has succeeded: undo may need it.
    output: known?.output ?? null,
    why: isKnown ? known.why : null,
    isUndoable: known?.isUndoable ?? false,
    dueAt: null,
    startedAt: isKnown ? known.startedAt : engine.clock.now(),
    endedAt: null,
  }
}

function nextPosition(play: Play): number {
  let last = 0
  for (const step of play.memo.values()) last = Math.max(last, step.position)
  return last + 1
}

/** Written down before the outside hears of it: whoever comes after a crash knows that it may have. */
async function claimCall(play: Play, step: StepRow): Promise<StepRow> {
  await writeOnceInPlay(play, step.name, (db) => writePlay(db, play, { steps: [step] }))
  await reach(play, "call-claimed", step.name)
  return step
}

function rememberUnknown(play: Play, name: string, undoUnknown: CallOptions<unknown>["undoUnknown"]): void {
  const step = play.memo.get(name)
  if (undoUnknown && step && step.attempts > 0) {
    play.undos.push({ step: name, position: step.position, call: undoUnknown })
  }
}

/** Through JSON and back, so that the first time gives exactly what every later time will give. */
function finish(play: Play, step: StepRow, value: Output, isUndoable: boolean): StepRow {
  const output = JSON.parse(JSON.stringify({ value })) as { value?: StepOutput }
  return { ...step, state: "done", output, isUndoable, why: null, endedAt: play.engine.clock.now() }
}

function outputOf<Result>(step: StepRow): Result {
  return step.output?.value as Result
}

function undone(play: Play, name: string | undefined): StepRow[] {
  const step = name === undefined ? undefined : play.memo.get(name)
  return step ? [{ ...step, state: "undone" }] : []
}
