import type { Log } from "./context.ts"

export interface Repeating {
  /** Runs the body now, or once more after the run that is under way. Resolves when that run is over. */
  wake(): Promise<void>
  /** No further run is begun; resolves when the one under way is over. */
  stop(): Promise<void>
}

/** Runs a body again and again with a pause between, never two at once; a failure is logged and tried again. */
export function repeat(options: {
  readonly name: string
  /** The pause after a run; a function is asked after each. */
  readonly everyMs: number | (() => number)
  readonly log: Log
  readonly body: () => Promise<void>
}): Repeating {
  const { name, everyMs, log, body } = options
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  const run = async (): Promise<void> => {
    clearTimeout(timer)
    try {
      if (!isStopped) await body()
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : String(error) }, `${name} failed`)
    } finally {
      running = undefined
      if (!isStopped)
        timer = setTimeout(() => void start(), typeof everyMs === "number" ? everyMs : everyMs())
    }
  }
  const start = (): Promise<void> => {
    running ??= run()
    return running
  }
  const wake = (): Promise<void> => {
    if (!running) return start()
    next ??= running.then(() => {
      next = undefined
      return start()
    })
    return next
  }
  timer = setTimeout(() => void start(), 0)
  return {
    wake,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await (next ?? running)
    },
  }
}
