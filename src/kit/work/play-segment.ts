import type { StepOutput, WorkKind } from "./define.ts"
import { Crashed, type Engine, Fenced } from "./engine.ts"
import { wordsOf } from "./failure.ts"
import { becomeStuck, giveUp } from "./give-up.ts"
import { type Ending, type Play, reach, restart, writeOnceInPlay } from "./play.ts"
import { doneNow, type Segment, takeOperation, writePlay } from "./play-rows.ts"
import { createWork } from "./steps.ts"
import { troubleOf } from "./trouble-of.ts"
import { undoAll } from "./undo.ts"

/**
 * Plays one segment of an operation: from the top, with what is remembered, until it is done, parked, stuck,
 * undone or taken by somebody else. Never throws: what breaks here is found by the take-over sweep.
 */
export async function playSegment(engine: Engine, segment: Segment): Promise<void> {
  engine.inFlight.add(segment.operationId)
  const log = engine.log.child({ operation: segment.operationId, tenant: segment.tenant })
  try {
    const play = await beginPlay(engine, segment, log)
    if (play) await runPlay(play)
  } catch (error) {
    if (error instanceof Fenced || error instanceof Crashed) log.info({ words: error.message }, "play ended")
    else log.error({ error: wordsOf(error) }, "a play broke; it will be taken over")
  } finally {
    engine.inFlight.delete(segment.operationId)
  }
}

async function beginPlay(engine: Engine, segment: Segment, log: Engine["log"]): Promise<Play | undefined> {
  const taken = await takeOperation(engine, segment)
  // An older segment, or one whose operation was parked, closed or ended meanwhile.
  if (!taken) return undefined
  const { operation } = taken
  const kind = engine.kindsByName.get(operation.name) ?? unknownKind(operation.name)
  const parsed = kind.input.safeParse(operation.input)
  const play: Play = {
    engine,
    kind,
    input: parsed.success ? parsed.data : (operation.input as StepOutput),
    log,
    operation,
    memo: new Map(taken.memo.map((step) => [step.name, step])),
    undos: [],
    met: new Set(),
    isCollecting: false,
    turn: Promise.resolve(),
    halted: Promise.withResolvers(),
  }
  await reach(play, "segment-begun", undefined)
  const why = parsed.success ? whyNotPlayable(engine, operation.name) : `Its input is no longer understood.`
  if (why === undefined) return play
  await becomeStuck(play, { why, trouble: "fault" })
  return undefined
}

function whyNotPlayable(engine: Engine, name: string): string | undefined {
  return engine.kindsByName.has(name) ? undefined : `This release does not know work called ${name}.`
}

async function runPlay(play: Play): Promise<void> {
  if (play.operation.direction === "undo") return takeBack(play)
  let ending = await runSaga(play)
  if (ending.kind === "threw") ending = await settleThrown(play, ending.error)
  if (ending.kind === "undo") return takeBack(play)
  if (ending.kind === "done") await finishPlay(play)
  if (ending.kind === "broken") throw ending.error
}

/** How to undo is told by the saga's own code: it is played through what is done, and no further, to collect it. */
async function takeBack(play: Play): Promise<void> {
  restart(play, { isCollecting: true })
  const collected = await runSaga(play)
  if (collected.kind === "threw") {
    return becomeStuck(play, {
      why: `Its steps can't be played through for undo: ${wordsOf(collected.error)}`,
      trouble: "fault",
    })
  }
  const ending = collected.kind === "broken" ? collected : await undoAll(play)
  if (ending.kind === "broken") throw ending.error
}

async function runSaga(play: Play): Promise<Ending> {
  const { kind, input } = play
  const run = async () => {
    await kind.run(createWork(play), input)
    // A step that was started and not awaited is still part of the work.
    await play.turn
  }
  const finished = run().then(
    (): Ending => ({ kind: "done" }),
    (error: unknown): Ending => ({ kind: "threw", error }),
  )
  return Promise.race([finished, play.halted.promise])
}

/** The saga's own code threw between its steps: it would do so every time. */
async function settleThrown(play: Play, error: unknown): Promise<Ending> {
  play.halted = Promise.withResolvers()
  const given = giveUp(play, { why: wordsOf(error), trouble: troubleOf(error) })
  return Promise.race([given, play.halted.promise])
}

async function finishPlay(play: Play): Promise<void> {
  if (play.operation.state === "done") return
  await writeOnceInPlay(play, undefined, (db) => writePlay(db, play, { operation: doneNow(play.engine) }))
}

function unknownKind(name: string): WorkKind {
  return {
    name,
    input: { safeParse: (data: unknown) => ({ success: true, data }) } as WorkKind["input"],
    say: { en: name, ko: name },
    subjects: () => [],
    run: async () => {},
  }
}
