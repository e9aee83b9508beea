import { Link } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { ProgressNow } from "../../ui/progress-now.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import type { FoundWork } from "./find-work.ts"
import { useFollowed } from "./use-followed.ts"
import { words } from "./work-progress.words.ts"

/** Long work on the page it was begun from. Without scripts it says where it stood. */
export function WorkProgress({ work, label }: { work: FoundWork; label: string }) {
  const say = useWords(words)
  const { progress, dueAt, id } = work
  const connection = useFollowed({ id, state: progress.state })
  return (
    <Card
      title={label}
      aside={progress.state === "none" ? null : <StateBadge kind="operation" state={progress.state} />}
    >
      <ProgressNow
        {...{ progress, connection, label, dueAt }}
        next={progress.state === "stuck" ? say("needsYou") : undefined}
      />
      <p>
        <Link className="text-accent text-sm underline" to={`/admin/operations/${id}`}>
          {say("open")}
        </Link>
      </p>
    </Card>
  )
}
