import { startTimer } from "./timer.ts"

/** So many calls at once; the others queue, first come first served, not longer than they can wait. */
export interface Slots {
  /** Undefined when the wait was too long, given up, or the queue is full. Otherwise: call it to leave. */
  take(waitMs: number, signal?: AbortSignal): Promise<(() => void) | undefined>
  inFlight(): number
  waiting(): number
}

/** Behind a host of ten slots and a second per call, the last of 500 has waited longer than a call may take. */
const MOST_WAITING = 500

export function createSlots(size: number): Slots {
  let taken = 0
  const queue = new Set<(leave: () => void) => void>()

  const createLeave = () => {
    let hasLeft = false
    return () => {
      if (hasLeft) return
      hasLeft = true
      const next = queue.values().next().value
      if (next) next(createLeave())
      else taken--
    }
  }

  return {
    inFlight: () => taken,
    waiting: () => queue.size,
    take: (waitMs, signal) => {
      if (taken < size) {
        taken++
        return Promise.resolve(createLeave())
      }
      if (queue.size >= MOST_WAITING || signal?.aborted) return Promise.resolve(undefined)
      return new Promise((resolve) => {
        const end = (leave?: () => void) => {
          queue.delete(end)
          stop()
          signal?.removeEventListener("abort", onAbort)
          resolve(leave)
        }
        const onAbort = () => end()
        const stop = startTimer(waitMs, onAbort)
        signal?.addEventListener("abort", onAbort)
        queue.add(end)
      })
    },
  }
}
