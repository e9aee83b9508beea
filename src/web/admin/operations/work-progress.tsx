import { Link, useRevalidator } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { ProgressNow } from "../../ui/live-progress.tsx"
import { endStates, type Progress } from "../../ui/progress.ts"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Moment } from "../../ui/texts.tsx"
import { useEventStream } from "../../ui/use-event-stream.ts"
import type { FoundWork } from "./find-work.ts"
import { words } from "./work-progress.words.ts"

/**
 * Long work on the page it was begun from: its steps with their times, and what comes next. Each change fetches the page
 * anew, for its words are the server's; so it survives a reload, and without scripts it says where it stood.
 */
export function WorkProgress({ work, label }: { work: FoundWork; label: string }) {
  const say = useWords(words)
  const { progress, dueAt, id } = work
  const isOver = progress.state === "none" || endStates.has(progress.state)
  const { revalidate, state } = useRevalidator()
  const { connection } = useEventStream<Progress>(isOver ? null : `/api/v1/operations/${id}/progress`, {
    onValue: () => void (state === "idle" && revalidate()),
    onEnd: () => void revalidate(),
  })
  return (
    <Card
      title={label}
      aside={progress.state === "none" ? null : <StateBadge kind="operation" state={progress.state} />}
    >
      <ProgressNow progress={progress} connection={connection} label={label} />
      {isOver ? null : (
        <p className="text-muted text-sm">
          {dueAt ? (
            <>
              {say("goesOnAt")} <Moment at={dueAt} />
            </>
          ) : (
            say(progress.state === "stuck" ? "needsYou" : "goesOn")
          )}
        </p>
      )}
      <p>
        <Link className="text-accent text-sm underline" to={`/admin/operations/${id}`}>
          {say("open")}
        </Link>
      </p>
    </Card>
  )
}
