export type Connection = "connecting" | "live" | "reconnecting" | "ended"

const longestPauseMs = 30_000
/** About half an hour of trying; then only a reload begins again. */
const mostTries = 60

export interface StreamListener<Value> {
  readonly onValue: (value: Value) => void
  readonly onConnection: (connection: Connection) => void
}

type Source = EventTarget & { close(): void }

/** What a stream needs of the browser. */
export interface Browser {
  readonly page: EventTarget & { readonly hidden: boolean }
  readonly connect: (address: string) => Source
}

/**
 * Opens a stream of the API, and again whenever it is lost. While nobody sees the page it is closed: a browser keeps six
 * connections to a house at most, so that a handful of tabs would leave none for the next click. Returns the function that
 * closes it.
 */
export function openStream<Value>(
  address: string,
  listener: StreamListener<Value>,
  browser: Browser = { page: document, connect: (to) => new EventSource(to) },
): () => void {
  const { page } = browser
  let source: Source | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0
  let isOver = false
  const close = () => {
    clearTimeout(timer)
    source?.close()
  }
  const open = () => {
    close()
    source = browser.connect(address)
    source.addEventListener("open", () => listener.onConnection("live"))
    source.addEventListener("message", (event) => {
      tries = 0
      listener.onValue(JSON.parse((event as MessageEvent<string>).data) as Value)
    })
    source.addEventListener("done", () => {
      isOver = true
      close()
      listener.onConnection("ended")
    })
    // The API's own "error" event and a lost connection arrive under the same name; both end this source.
    source.addEventListener("error", () => {
      close()
      tries += 1
      if (tries > mostTries) return
      listener.onConnection("reconnecting")
      timer = setTimeout(open, Math.min(1_000 * 2 ** (tries - 1), longestPauseMs))
    })
  }
  const followSight = () => {
    if (isOver) return
    if (page.hidden) return close()
    tries = 0
    open()
  }
  page.addEventListener("visibilitychange", followSight)
  if (!page.hidden) open()
  return () => {
    page.removeEventListener("visibilitychange", followSight)
    close()
  }
}
