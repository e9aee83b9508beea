import type { Log } from "#kit/context.ts"
import { readableStack } from "./readable-stack.ts"

/** Exit code of a program that said in a sentence why it won't run: the launcher does not start it again. */
export const REFUSED = 64

/** Everything together; then the process ends whatever is left. Below the patience of systemd, Docker and the launcher. */
const STOP_LIMIT_MILLISECONDS = 30_000

export interface Lifecycle {
  /** Ends when the first reason to stop arrives: for loops and waits. */
  readonly stopping: AbortSignal
  /** Closers run one after the other, the last opened first, each at most once. */
  onStop(name: string, close: () => Promise<void>): void
  stop(reason: string, exitCode?: number): Promise<void>
  /** Tells the launcher that from now on a crash is worth a restart. */
  announceReady(): void
}

export interface LifecycleOptions {
  readonly log: Log
  readonly limitMilliseconds?: number
  readonly exit?: (code: number) => void
}

/** The process as such: what ends it, in which order, and how long that may take. What it runs is not known here. */
export function beginLifecycle(options: LifecycleOptions): Lifecycle {
  const lifecycle = createLifecycle(options)
  const { log } = options
  // The terminal, npm and the launcher may each send theirs; the first one counts.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(name, () => void lifecycle.stop(name))
  // The launcher holds the other end of this channel; however it dies, the channel closes.
  if (process.connected) process.on("disconnect", () => void lifecycle.stop("the launcher is gone"))
  // A terminal that went away must not turn the last words of an orderly stop into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {})
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      log.error({ error: describe(error) }, `${event}: stopping, because nobody knows what still holds`)
      void lifecycle.stop(event, 1)
    })
  }
  return lifecycle
}

export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { log, limitMilliseconds = STOP_LIMIT_MILLISECONDS } = options
  const exit = options.exit ?? ((code: number) => process.exit(code))
  const closers: { name: string; close: () => Promise<void> }[] = []
  const abort = new AbortController()
  let stopped: Promise<void> | undefined

  const run = async (reason: string, exitCode: number) => {
    log.info({ reason }, "stopping")
    abort.abort()
    const limit = setTimeout(() => {
      log.error(
        { waitingFor: closers.at(-1)?.name ?? "nothing" },
        "stopping took too long; leaving as we are",
      )
      exit(1)
    }, limitMilliseconds)
    const isClean = await closeAll(closers, log)
    clearTimeout(limit)
    log.info({}, "stopped")
    exit(isClean ? exitCode : Math.max(exitCode, 1))
  }
  return {
    stopping: abort.signal,
    onStop: (name, close) => void closers.push({ name, close }),
    stop: (reason, exitCode = 0) => (stopped ??= run(reason, exitCode)),
    announceReady: () => void process.send?.("ready"),
  }
}

/** One that fails must not keep the ones below it open: it is logged, and the rest is closed. */
async function closeAll(closers: { name: string; close: () => Promise<void> }[], log: Log): Promise<boolean> {
  let isClean = true
  // What is still being opened while we stop may add closers, so the list is asked again each time.
  for (let last = closers.at(-1); last; last = closers.at(-1)) {
    try {
      await last.close()
    } catch (error) {
      isClean = false
      log.error({ name: last.name, error: describe(error) }, "could not be closed in order")
    }
    closers.splice(closers.indexOf(last), 1)
  }
  return isClean
}

function describe(error: unknown): string {
  return error instanceof Error ? readableStack(error.stack ?? error.message) : String(error)
}
