import { useEffect, useState } from "react"

export type Connection = "connecting" | "live" | "reconnecting" | "ended"

/** Half an hour of trying: then the page says so and a reload starts again. */
const longestPauseMs = 30_000
const mostTries = 60

/**
 * What a server-sent-event stream of the API last said. The stream begins with the present state, so a lost
 * connection loses nothing: it is opened again, later each time.
 */
export function useEventStream<Value>(address: string | null, onEnd: () => void) {
  const [value, setValue] = useState<Value>()
  const [connection, setConnection] = useState<Connection>("connecting")
  useEffect(() => {
    if (address === null) return undefined
    return openStream<Value>(address, {
      onValue: setValue,
      onConnection: (state) => {
        setConnection(state)
        if (state === "ended") onEnd()
      },
    })
    // `onEnd` may be a new function on every render; the stream must not be reopened for that.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [address])
  return { value, connection }
}

interface StreamListener<Value> {
  readonly onValue: (value: Value) => void
  readonly onConnection: (connection: Connection) => void
}

/** Returns the function that closes it. */
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
