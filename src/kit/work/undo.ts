import { announce } from "../events/announce.ts"
import { systemContext } from "./engine.ts"
import { wordsOf } from "./failure.ts"
import { becomeStuck } from "./give-up.ts"
import { type Ending, inTurn, isEndOfPlay, type Play, restart, transactPlay, type UndoTask } from "./play.ts"
import { writePlay } from "./play-rows.ts"
import { callStep, recordStep } from "./steps.ts"
import { workUndone } from "./work-events.ts"

/** Takes back what was done, last first. Each undo is a step of its own, so it too happens once and survives crashes. */
export async function undoAll(play: Play): Promise<Ending> {
  restart(play, { isCollecting: false })
  const unknown = findLostUndo(play)
  if (unknown) {
    const why = `This release does not know how to undo the step "${unknown}".`
    await becomeStuck(play, { why, trouble: "fault" })
    return { kind: "stuck" }
  }
  const undoing = undoInOrder(play).then(
    (): Ending => ({ kind: "done" }),
    (error: unknown): Ending => ({ kind: "broken", error }),
  )
  const ending = await Promise.race([undoing, play.halted.promise])
  return ending.kind === "done" ? finishUndo(play) : ending
}

async function undoInOrder(play: Play): Promise<void> {
  const tasks = [...play.undos].sort((first, second) => second.position - first.position)
  for (const task of tasks) await inTurn(play, () => undoStep(play, task))
}

async function undoStep(play: Play, task: UndoTask): Promise<void> {
  const given = { name: `undo: ${task.step}`, kind: "undo", undoes: task.step } as const
  const { record, call } = task
  if (record) return recordStep(play, { ...given, body: record })
  if (call) return callStep(play, { ...given, body: call })
}

/** A step that can be undone by the release that did it, but that this release's saga no longer contains. */
function findLostUndo(play: Play): string | undefined {
  const known = new Set(play.undos.map((task) => task.step))
  for (const step of play.memo.values()) {
    const isLeft = step.output && step.isUndoable && step.state !== "undone"
    if (isLeft && !known.has(step.name)) return step.name
  }
  return undefined
}

async function finishUndo(play: Play): Promise<Ending> {
  const { engine, kind, operation } = play
  try {
    await transactPlay(play, undefined, async (db) => {
      const ctx = systemContext(engine, operation.tenantId, db, `work:${kind.name}`)
      await kind.onUndone?.(ctx, play.input)
      await announce(ctx, workUndone, { operationId: operation.id, name: kind.name, why: operation.why })
      await writePlay(db, play, {
        operation: { state: "undone", executor: null, endedAt: engine.clock.now() },
      })
    })
    return { kind: "done" }
  } catch (error) {
    if (isEndOfPlay(error)) throw error
    const why = `All is undone, but telling its module failed: ${wordsOf(error)}`
    await becomeStuck(play, { why, trouble: "fault" })
    return { kind: "stuck" }
  }
}
