import { setTimeout as pause } from "node:timers/promises"

export interface Watch<Seen> {
  look(): Promise<Seen>
  isOver(seen: Seen): boolean
  /** What makes two looks different; a time of looking, for example, doesn't. */
  readonly compare?: (seen: Seen) => unknown
  readonly signal: AbortSignal | undefined
}

const PAUSE_MS = 500
/** Ten minutes: a reader who is still there comes back by itself, for server-sent events reconnect. */
const LONGEST_LOOKS = 1_200

/** What somebody sees, each time it has changed, until it is over: for progress streams. Holds nothing between looks. */
export async function* watchChanges<Seen>(watch: Watch<Seen>): AsyncGenerator<Seen> {
  let last: string | undefined
  for (let looks = 0; looks < LONGEST_LOOKS && !watch.signal?.aborted; looks++) {
    const seen = await watch.look()
    const text = JSON.stringify(watch.compare ? watch.compare(seen) : seen)
    if (text !== last) yield seen
    last = text
    if (watch.isOver(seen)) return
    await pause(PAUSE_MS, undefined, watch.signal ? { signal: watch.signal } : {}).catch(ignoreAbort)
  }
}

/** The reader went away: the loop's own condition ends it. Anything else is a fault. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error
}
