import { useEffect, useEffectEvent, useState } from "react"
import { type Connection, openStream } from "./open-stream.ts"

export interface StreamReader<Value> {
  readonly onValue?: (value: Value) => void
  readonly onEnd?: () => void
}

/**
 * What a server-sent-event stream of the API last said. The stream begins with the present state, so a lost
 * connection loses nothing: it is opened again, later each time.
 */
export function useEventStream<Value>(address: string | null, reader: StreamReader<Value>) {
  const [value, setValue] = useState<Value>()
  const [connection, setConnection] = useState<Connection>("connecting")
  const onValue = useEffectEvent((next: Value) => {
    setValue(next)
    reader.onValue?.(next)
  })
  const onConnection = useEffectEvent((next: Connection) => {
    setConnection(next)
    if (next === "ended") reader.onEnd?.()
  })
  useEffect(() => {
    if (address === null) return undefined
    return openStream<Value>(address, {
      onValue: (next) => onValue(next),
      onConnection: (next) => onConnection(next),
    })
  }, [address])
  return { value, connection }
}
