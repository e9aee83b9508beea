import { setTimeout as pause } from "node:timers/promises"
import { type Context } from "#kit/context.ts"
import { isLive } from "./attempt.ts"
import { type AttemptView, describeAttempt } from "./describe-attempt.ts"
import { getAttempt } from "./queries.ts"

/** A reader who is still there after this long comes back by itself: server-sent events reconnect. */
const LONGEST_LOOKS = 1_200
const PAUSE_MS = 500

/** The attempt as it changes, until it is over. Opens a short transaction for each look and holds none between. */
export async function* watchAttempt(
  scope: { transact<Result>(body: (ctx: Context) => Promise<Result>): Promise<Result> },
  id: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<AttemptView> {
  let last = ""
  for (let looks = 0; looks < LONGEST_LOOKS && !signal?.aborted; looks++) {
    const view = await scope.transact(async (ctx) =>
      describeAttempt(await getAttempt(ctx, { kind: "all" }, id), ctx.language),
    )
    const text = JSON.stringify(view)
    if (text !== last) yield view
    last = text
    if (!isLive(view.state)) return
    await pause(PAUSE_MS, undefined, signal ? { signal } : {}).catch(ignoreAbort)
  }
}

/** The reader went away: the loop's own condition ends it. Anything else is a fault. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error
}
