import { fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { pathToFileURL } from "node:url"
import { FILES_PLACE } from "./renewal-stock.ts"

/** A day's renewals, asked for by a program of their own until nobody looks any more. */
export interface Run extends AsyncDisposable {
  /** Lets it go on for so long, and for one batch at least. */
  goOn(milliseconds: number): Promise<void>
}

/** A thousand accounts between two looks whether it is to stop. */
const CHUNKS_AT_ONCE = 5
/** A program that says nothing for so long never will. */
const SILENCE_LIMIT_MS = 60_000
const EXIT_LIMIT_MS = 10_000

export async function startRun({ appUrl }: { readonly appUrl: string }): Promise<Run> {
  const warnings = pathToFileURL(join(import.meta.dirname, "../../bin/known-warnings.mjs")).href
  const words = JSON.stringify({ appUrl, filesPlace: FILES_PLACE })
  const child = fork(join(import.meta.dirname, "renewing.ts"), [words], { execArgv: ["--import", warnings] })
  const exited = once(child, "exit")
  const heard = async () => {
    const said = once(child, "message", { signal: AbortSignal.timeout(SILENCE_LIMIT_MS) })
    const gone = exited.then(() => Promise.reject(new Error("The run's program ended.")))
    await Promise.race([said, gone])
  }
  await heard()
  let isOver = false
  let failure: unknown
  let batches = 0
  const running = (async () => {
    while (!isOver) {
      const done = heard()
      child.send(CHUNKS_AT_ONCE)
      await done
      batches++
    }
  })().catch((error: unknown) => {
    failure = error
  })
  return {
    goOn: async (milliseconds) => {
      const before = batches
      const untilMs = performance.now() + SILENCE_LIMIT_MS
      await pause(milliseconds)
      while (batches === before && !failure && performance.now() < untilMs) await pause(20)
      if (failure) throw new Error("The run came to an end.", { cause: failure })
    },
    [Symbol.asyncDispose]: async () => {
      isOver = true
      await running
      if (child.connected) child.disconnect()
      const patience = setTimeout(() => child.kill("SIGKILL"), EXIT_LIMIT_MS)
      await exited
      clearTimeout(patience)
    },
  }
}
