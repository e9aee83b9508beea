import type { Context } from "../context.ts"
import type { CallContext, OutsideCall } from "./define.ts"
import { type Engine, systemContext } from "./engine.ts"
import { type Play, readPlay, type StepRow, transactPlay } from "./play.ts"

type Answer<Result> = { readonly calls: readonly OutsideCall[] } & (
  | { readonly output: Result }
  | { readonly error: unknown }
)

/** A step's call to the outside: no transaction is open, and it has an end. */
export async function askOutside<Result>(
  play: Play,
  step: StepRow,
  body: (call: CallContext) => Promise<Result>,
): Promise<Answer<Result>> {
  const { engine, operation } = play
  const calls: OutsideCall[] = []
  using limit = limitOf(engine)
  const call: CallContext = {
    operationId: operation.id,
    step: step.name,
    attempt: step.attempts,
    tenant: operation.tenantId,
    log: play.log,
    signal: limit.signal,
    note: (made) => calls.push(made),
    transact: async (inside) => {
      // A call that was let go has failed as far as its play is concerned: it must not write behind its back.
      limit.signal.throwIfAborted()
      return transactPlay(play, step.name, (db) => inside(contextOf(play, db)))
    },
    read: async (look) => {
      limit.signal.throwIfAborted()
      return readPlay(play, step.name, (db) => look(contextOf(play, db)))
    },
    now: () => engine.clock.now(),
  }
  try {
    return { output: await Promise.race([body(call), limit.over]), calls }
  } catch (error) {
    return { error, calls }
  }
}

/** Ends a call that takes too long, or whose process has to go; its timer goes with it. */
function limitOf(engine: Engine) {
  const controller = new AbortController()
  const { promise: over, reject } = Promise.withResolvers<never>()
  const end = (words: string) => {
    const error = new Error(words)
    controller.abort(error)
    reject(error)
  }
  const seconds = engine.callTimeoutSeconds
  const stopMeasuring = engine.measurePatience(seconds * 1_000, () =>
    end(`No answer after ${seconds} seconds.`),
  )
  const onHalt = () => end("This process is stopping.")
  engine.halting.signal.addEventListener("abort", onHalt)
  // Nobody listens any more once the call has answered.
  over.catch(() => {})
  return {
    signal: controller.signal,
    over,
    [Symbol.dispose]: () => {
      stopMeasuring()
      engine.halting.signal.removeEventListener("abort", onHalt)
    },
  }
}

export function contextOf(play: Play, db: Context["db"]): Context {
  return systemContext(
    { ...play.engine, log: play.log },
    play.operation.tenantId,
    db,
    `work:${play.kind.name}`,
  )
}
