import type { ReactNode } from "react"
import { useWords } from "../i18n/use-words.ts"
import type { Connection } from "./open-stream.ts"
import { endStates, type Progress } from "./progress.ts"
import { words } from "./progress.words.ts"
import { ProgressCounts } from "./progress-counts.tsx"
import { Stepper } from "./stepper.tsx"
import { Moment } from "./texts.tsx"
import { words as partWords } from "./words.ts"

export interface ProgressNowProps {
  readonly progress: Progress | null
  /** Absent where the page itself speaks and follows: this only shows. */
  readonly connection?: Connection
  readonly label: string
  /** Parked until then. */
  readonly dueAt?: string | null
  /** What happens next, where its reader knows more of it than that it goes on. */
  readonly next?: string | undefined
  /** Under a step, for whoever looks closer. */
  readonly detail?: (step: number) => ReactNode
}

/** Long work as it stands: how far it is, its steps with their times, and what happens next. */
export function ProgressNow({ progress, connection, label, dueAt = null, next, detail }: ProgressNowProps) {
  const say = useWords(partWords)
  const status = connection === "reconnecting" ? say("reconnecting") : (progress?.words ?? "")
  const Status = connection ? "output" : "p"
  return (
    <div className="space-y-4">
      {connection || status ? <Status className="block">{status}</Status> : null}
      {progress?.counts ? <ProgressCounts {...progress.counts} /> : null}
      {progress && progress.steps.length > 0 ? (
        <Stepper {...{ label, detail }} steps={progress.steps} />
      ) : null}
      {isGoing(progress, connection) ? (
        <Next {...{ dueAt, next }} isStuck={progress?.state === "stuck"} />
      ) : null}
    </div>
  )
}

/** Before its first word is read, whoever follows it knows that it goes on. */
function isGoing(progress: Progress | null, connection: Connection | undefined): boolean {
  if (progress) return !endStates.has(progress.state)
  return connection !== undefined && connection !== "ended"
}

/** It lives on the server: neither a reload nor a closed page ends it. */
function Next({
  dueAt,
  next,
  isStuck,
}: {
  dueAt: string | null
  next: string | undefined
  isStuck: boolean
}) {
  const say = useWords(words)
  if (next === undefined && isStuck) return null
  return (
    <p className="text-muted text-sm">
      {dueAt && !isStuck ? (
        <>
          {say("goesOnAt")} <Moment at={dueAt} />
        </>
      ) : (
        (next ?? say("goesOn"))
      )}
    </p>
  )
}
