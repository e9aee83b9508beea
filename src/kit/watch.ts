import { setTimeout as pause } from "node:timers/promises"
import { type SQL, sql } from "drizzle-orm"
import { monotonicMs } from "./clock.ts"
import type { Context } from "./context.ts"
import { CHANGES_CHANNEL, type Listener, WORK_CHANNEL } from "./listen.ts"

export interface Watch<Seen> {
  look(): Promise<Seen>
  isOver(seen: Seen): boolean
  /** What makes two looks different; a time of looking, for example, doesn't. */
  readonly compare?: (seen: Seen) => unknown
  readonly listener: Listener
  /** Whether news, "tenant id" of an operation or of what somebody told of, is worth another look. */
  concerns(news: string, seen: Seen): boolean
  readonly signal: AbortSignal | undefined
}

/** A saga tells of a dozen steps in a moment: those that come together are one look. */
const BREATH_MS = 100
/** News is hardly ever lost; a reader must not wait for ever when it is. */
const LOOK_ANYWAY_MS = 15_000
/** Ten minutes: a reader who is still there comes back by itself, for server-sent events reconnect. */
const LONGEST_MS = 600_000

/** In the statement that changes what is watched: `.returning({ told: tellWatchers(ctx, id) })`. */
export function tellWatchers(ctx: Pick<Context, "tenant">, id: string): SQL {
  return sql`pg_notify(${CHANGES_CHANNEL}, ${newsOf(ctx, id)})`
}

export function newsOf({ tenant }: Pick<Context, "tenant">, id: string): string {
  return `${tenant} ${id}`
}

/**
 * How a stream ends. Null: all is said, and its readers are told so. Undefined: it only stopped, and a reader who is
 * still there comes back.
 */
export type StreamEnd = null | undefined

/** What somebody sees, each time it has changed, until it is over: for progress streams. Holds nothing between looks. */
export async function* watchChanges<Seen>(watch: Watch<Seen>): AsyncGenerator<Seen, StreamEnd> {
  const { listener, signal } = watch
  const endMs = monotonicMs() + LONGEST_MS
  let last: { readonly seen: Seen; readonly text: string } | undefined
  let news = Promise.withResolvers<void>()
  const hear = (payload: string | undefined) => {
    // Undefined: the connection was lost for a while, anything may have happened.
    if (payload === undefined || !last || watch.concerns(payload, last.seen)) news.resolve()
  }
  const unsubscribe = [WORK_CHANNEL, CHANGES_CHANNEL].map((channel) => listener.subscribe(channel, hear))
  try {
    while (!signal?.aborted && monotonicMs() < endMs) {
      // Before the look: what happens during it is news.
      news = Promise.withResolvers()
      const seen = await watch.look()
      const text = JSON.stringify(watch.compare ? watch.compare(seen) : seen)
      const isNew = text !== last?.text
      last = { seen, text }
      if (isNew) yield seen
      if (watch.isOver(seen)) return null
      await untilNews(news.promise, signal)
    }
    return undefined
  } finally {
    for (const stop of unsubscribe) stop()
  }
}

async function untilNews(news: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  const over = new AbortController()
  const either = signal ? AbortSignal.any([signal, over.signal]) : over.signal
  await Promise.race([news, pause(LOOK_ANYWAY_MS, undefined, { signal: either }).catch(ignoreAbort)])
  over.abort()
  await pause(BREATH_MS, undefined, signal ? { signal } : {}).catch(ignoreAbort)
}

/** The reader went away: the loop's own condition ends it. Anything else is a fault. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error
}
