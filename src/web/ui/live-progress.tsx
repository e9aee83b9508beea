import { useRevalidator } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import type { Connection } from "./open-stream.ts"
import type { Progress } from "./progress.ts"
import { ProgressCounts } from "./progress-counts.tsx"
import { Stepper } from "./stepper.tsx"
import { useEventStream } from "./use-event-stream.ts"
import { words } from "./words.ts"

export interface LiveProgressProps {
  /** The API's stream of it; null where nothing more will happen. */
  readonly address: string | null
  readonly initial: Progress | null
  readonly label: string
}

/** Long work as it happens: named steps, reconnecting, and the page's own data anew when it is over. */
export function LiveProgress({ address, initial, label }: LiveProgressProps) {
  const { revalidate } = useRevalidator()
  const { value, connection } = useEventStream<Progress>(address, { onEnd: () => void revalidate() })
  return <ProgressNow {...{ connection, label }} progress={value ?? initial} />
}

export interface ProgressNowProps {
  readonly progress: Progress | null
  readonly connection: Connection
  readonly label: string
}

export function ProgressNow({ progress, connection, label }: ProgressNowProps) {
  const say = useWords(words)
  const status = connection === "reconnecting" ? say("reconnecting") : (progress?.words ?? "")
  return (
    <div className="space-y-4">
      <output className="block">{status}</output>
      {progress?.counts ? <ProgressCounts {...progress.counts} /> : null}
      {progress && progress.steps.length > 0 ? <Stepper label={label} steps={progress.steps} /> : null}
    </div>
  )
}
