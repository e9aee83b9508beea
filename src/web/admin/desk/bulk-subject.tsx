import { Link } from "react-router"
import { Code } from "../../ui/texts.tsx"
import type { BulkRun } from "./bulk-run.ts"

interface BulkSubjectProps {
  readonly run: BulkRun
  readonly item: BulkRun["items"][number]
}

/** "operations.retry" is about operations, which have pages of that name. */
export function BulkSubject({ run, item }: BulkSubjectProps) {
  return (
    <span>
      <Link
        className="text-accent wrap-anywhere underline"
        to={`/admin/${run.act.split(".")[0]}/${item.subjectId}`}
      >
        {item.title ?? <Code>{item.subjectId}</Code>}
      </Link>
      {item.about ? <span className="text-muted block text-xs">{item.about}</span> : null}
    </span>
  )
}
