import { startTimer } from "../outside/timer.ts"
import { type Boundary, Crashed } from "./engine.ts"
import type { Segment } from "./play-rows.ts"

/** A play standing at a boundary, waiting for its turn. */
export interface Standing {
  readonly playing: Playing
  readonly boundary: Boundary
  goOn(): void
  crash(): void
}

export interface Playing {
  readonly segment: Segment
  readonly executorId: string
  readonly queue: string
  /** Taken over while it stood still: when it goes on, it must find itself shut out. */
  isZombie: boolean
}

/**
 * Lets one play run at a time, from one boundary to the next, so that a seed decides every interleaving.
 * Before a commit a play never stands: its locks would stop the others for ever.
 */
export function createGate(options: { readonly crashesBeforeCommit: (boundary: Boundary) => boolean }) {
  const standing: Standing[] = []
  const patiences = new Map<Playing, Patience>()
  let active: Playing | undefined
  let arrived = Promise.withResolvers<void>()

  const arrive = (failure?: Error): void => {
    const current = arrived
    arrived = Promise.withResolvers()
    if (active) patiences.get(active)?.rest()
    active = undefined
    if (failure) current.reject(failure)
    else current.resolve()
  }
  const activate = (playing: Playing): void => {
    active = playing
    patiences.get(playing)?.count()
  }
  return {
    standing,
    /** The `boundary` of every simulated engine. */
    boundary: (boundary: Boundary): Promise<void> | void => {
      const playing = active
      if (playing?.segment.operationId !== boundary.operationId) {
        const failure = new Error(`${boundary.operationId} moved out of its turn, at ${boundary.at}.`)
        arrive(failure)
        throw failure
      }
      if (boundary.at === "before-commit") {
        if (!playing.isZombie && options.crashesBeforeCommit(boundary)) throw new Crashed("before commit")
        return
      }
      const turn = Promise.withResolvers<void>()
      const remove = () => standing.splice(standing.indexOf(here), 1)
      const here: Standing = {
        playing,
        boundary,
        goOn: () => {
          remove()
          activate(playing)
          turn.resolve()
        },
        crash: () => {
          remove()
          activate(playing)
          turn.reject(new Crashed(boundary.at))
        },
      }
      standing.push(here)
      arrive()
      return turn.promise
    },
    /**
     * The `measurePatience` of every simulated engine. While a play stands, others take real seconds of which it
     * knows nothing: only its own turns may use up its patience, or it would move in the middle of theirs.
     */
    measurePatience: (milliseconds: number, onOver: () => void): (() => void) => {
      const playing = active
      if (!playing) throw new Error("A call began out of its turn.")
      const patience = createPatience(milliseconds, onOver)
      patiences.set(playing, patience)
      patience.count()
      return () => {
        patience.rest()
        patiences.delete(playing)
      }
    },
    /** Starts something, or lets it go on, and waits until it stands at its next boundary or has ended. */
    run: async (playing: Playing, start: () => Promise<void> | void): Promise<void> => {
      const next = arrived.promise
      activate(playing)
      const ended = start()
      if (ended) void ended.then(() => arrive())
      await next
    },
  }
}

interface Patience {
  count(): void
  rest(): void
}

/** Fresh in every turn: how much of it an earlier turn took would be the machine's mood. */
function createPatience(milliseconds: number, onOver: () => void): Patience {
  let stop = () => {}
  return {
    count: () => {
      stop()
      stop = startTimer(milliseconds, onOver)
    },
    rest: () => stop(),
  }
}

export type Gate = ReturnType<typeof createGate>
