import { setTimeout as pause } from "node:timers/promises"
import { type Context, within } from "#kit/context.ts"
import { type Progress, readProgress } from "./read-progress.ts"

/** Twenty minutes of looking; a reader who is still there comes back by itself (server-sent events reconnect). */
const LONGEST_LOOKS = 1_600
const PAUSE_MS = 750
const ended: readonly Progress["state"][] = ["done", "undone", "closed"]

/** The building as it goes on, a short transaction for each look and none between. */
export async function* watchService(
  scope: { transact<Result>(body: (ctx: Context) => Promise<Result>): Promise<Result> },
  serviceId: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress> {
  let last = ""
  for (let looks = 0; looks < LONGEST_LOOKS && !signal?.aborted; looks++) {
    const progress = await scope.transact((ctx) => readProgress(ctx, within(ctx.actor), serviceId))
    const text = JSON.stringify({ ...progress, at: "" })
    if (text !== last) yield progress
    last = text
    if (ended.includes(progress.state)) return
    await pause(PAUSE_MS, undefined, signal ? { signal } : {}).catch(ignoreAbort)
  }
}

/** The reader went away: the loop's own condition ends it. Anything else is a fault. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error
}
