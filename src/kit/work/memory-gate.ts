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
  let active: Playing | undefined
  let arrived = Promise.withResolvers<void>()

  const arrive = (): Promise<void> => {
    const current = arrived
    arrived = Promise.withResolvers()
    active = undefined
    current.resolve()
    return current.promise
  }
  return {
    standing,
    /** The `boundary` of every simulated engine. */
    boundary: (boundary: Boundary): Promise<void> | void => {
      const playing = active
      if (!playing) throw new Error("A play moved out of its turn.")
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
          active = playing
          turn.resolve()
        },
        crash: () => {
          remove()
          active = playing
          turn.reject(new Crashed(boundary.at))
        },
      }
      standing.push(here)
      // Its own failure would be the gate's: arriving only wakes whoever waits for it.
      void arrive()
      return turn.promise
    },
    /** Starts something, or lets it go on, and waits until it stands at its next boundary or has ended. */
    run: async (playing: Playing, start: () => Promise<void> | void): Promise<void> => {
      const next = arrived.promise
      active = playing
      const ended = start()
      if (ended) void ended.then(arrive)
      await next
    },
  }
}

export type Gate = ReturnType<typeof createGate>
