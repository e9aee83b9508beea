import pg from "pg"
import type { Log } from "./context.ts"

/** Channels carry ids only: everyone who may connect may listen. */
export const EVENTS_CHANNEL = "hostwell_events"
export const WORK_CHANNEL = "hostwell_work"
/** Something was put into a queue for whoever plays work. */
export const SEGMENTS_CHANNEL = "hostwell_segments"
/** Of anything else that somebody may be watching: see watch.ts. */
export const CHANGES_CHANNEL = "hostwell_changes"

export interface Listener {
  /** The handler also runs with undefined after the connection was lost: something may have been missed. */
  subscribe(channel: string, handler: (payload: string | undefined) => void): () => void
  close(): Promise<void>
}

const RECONNECT_AFTER_MS = 1_000

/** One listening connection for the whole process, shared by everyone who waits for news. */
export async function openListener(options: { readonly url: string; readonly log: Log }): Promise<Listener> {
  const handlers = new Map<string, Set<(payload: string | undefined) => void>>()
  let client: pg.Client | undefined
  let isClosed = false
  let retry: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: options.url, application_name: "hostwell listener" })
    fresh.on("notification", (news) => {
      for (const handler of handlers.get(news.channel) ?? []) handler(news.payload)
    })
    fresh.on("error", (error) => lose(fresh, error))
    fresh.on("end", () => lose(fresh, new Error("The connection ended.")))
    await fresh.connect()
    // What is subscribed to meanwhile joins those that are gone through.
    for (const channel of handlers.keys()) await fresh.query(`listen ${channel}`)
    client = fresh
  }
  const lose = (lost: pg.Client, error: Error): void => {
    if (isClosed || lost !== client) return
    client = undefined
    options.log.warn({ error: error.message }, "the listening connection broke")
    lost.end().catch((failure: Error) => options.log.debug({ error: failure.message }))
    reconnectLater()
  }
  const reconnectLater = (): void => {
    retry = setTimeout(() => {
      connect().then(wakeEveryone, reconnectLater)
    }, RECONNECT_AFTER_MS)
  }
  const wakeEveryone = (): void => {
    for (const set of handlers.values()) wake(set)
  }

  const wake = (set: Iterable<(payload: string | undefined) => void>): void => {
    for (const handler of set) handler(undefined)
  }

  // A connection takes one statement at a time.
  let asked: Promise<unknown> = Promise.resolve()
  const listenTo = async (channel: string): Promise<void> => {
    try {
      await client?.query(`listen ${channel}`)
      // What was said between the wish to hear it and now was not heard.
      wake(handlers.get(channel) ?? [])
    } catch (error) {
      options.log.warn({ error: error instanceof Error ? error.message : String(error) })
    }
  }

  await connect()
  return {
    subscribe: (channel, handler) => {
      const set = handlers.get(channel) ?? new Set()
      if (!handlers.has(channel)) {
        handlers.set(channel, set)
        asked = asked.then(() => listenTo(channel))
      }
      set.add(handler)
      return () => set.delete(handler)
    },
    close: async () => {
      isClosed = true
      clearTimeout(retry)
      await asked
      await client?.end()
    },
  }
}
