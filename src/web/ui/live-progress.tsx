import { useRevalidator } from "react-router"
import type { Progress } from "./progress.ts"
import { ProgressNow } from "./progress-now.tsx"
import { useEventStream } from "./use-event-stream.ts"

export interface LiveProgressProps {
  /** The API's stream of it; null where nothing more will happen. */
  readonly address: string | null
  readonly initial: Progress | null
  readonly label: string
}

/** Long work as it happens, reconnecting, and the page's own data anew when it is over. */
export function LiveProgress({ address, initial, label }: LiveProgressProps) {
  const { revalidate } = useRevalidator()
  const { value, connection } = useEventStream<Progress>(address, { onEnd: () => void revalidate() })
  return <ProgressNow {...{ connection, label }} progress={value ?? initial} />
}
