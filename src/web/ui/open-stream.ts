export type Connection = "connecting" | "live" | "reconnecting" | "ended"

const longestPauseMs = 30_000
/** About half an hour of trying; then only a reload begins again. */
const mostTries = 60

export interface StreamListener<Value> {
  readonly onValue: (value: Value) => void
  readonly onConnection: (connection: Connection) => void
}

/** Opens a stream of the API, and again whenever it is lost. Returns the function that closes it. */
export function openStream<Value>(address: string, listener: StreamListener<Value>): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0
  const open = () => {
    source = new EventSource(address)
    source.addEventListener("open", () => listener.onConnection("live"))
    source.addEventListener("message", (event: MessageEvent<string>) => {
      tries = 0
      listener.onValue(JSON.parse(event.data) as Value)
    })
    source.addEventListener("done", () => {
      source?.close()
      listener.onConnection("ended")
    })
    // The API's own "error" event and a lost connection arrive under the same name; both end this source.
    source.addEventListener("error", () => {
      source?.close()
      tries += 1
      if (tries > mostTries) return
      listener.onConnection("reconnecting")
      timer = setTimeout(open, Math.min(1_000 * 2 ** (tries - 1), longestPauseMs))
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
