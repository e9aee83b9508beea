/** The one place where an outside call waits on the machine: sockets know no company clock. */
export function startTimer(milliseconds: number, onEnd: () => void): () => void {
  const timer = setTimeout(onEnd, milliseconds)
  return () => clearTimeout(timer)
}

/** Comes back early when the signal aborts: who waits looks at the signal afterwards. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>

export const pause: Pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const end = () => {
      stop()
      signal?.removeEventListener("abort", end)
      resolve()
    }
    const stop = startTimer(milliseconds, end)
    signal?.addEventListener("abort", end)
  })
