import { useActionData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words } from "./bulk.words.ts"
import type { BulkRun } from "./bulk-run.ts"
import { BulkSubject } from "./bulk-subject.tsx"

/** What failed, each with why; once more with those, and all of it as a file. */
export function BulkReport({ run, formKey, canRun }: { run: BulkRun; formKey: string; canRun: boolean }) {
  const say = useWords(words)
  const answer = useActionData<FormAnswer>()
  const failures = run.items.filter((item) => item.state === "failed")
  return (
    <Card title={say("failures")}>
      {failures.length === 0 ? <p className="text-muted text-sm">{say("noFailures")}</p> : null}
      <ul className="divide-line divide-y text-sm">
        {failures.map((item) => (
          <li key={item.subjectId} className="space-y-0.5 py-2">
            <BulkSubject run={run} item={item} />
            <p>{item.why}</p>
          </li>
        ))}
      </ul>
      {run.failed > failures.length ? (
        <p className="text-muted text-sm">{say("moreFailures", { count: run.failed - failures.length })}</p>
      ) : null}
      <div className="flex flex-wrap items-start gap-2">
        {canRun && run.state === "done" && run.failed > 0 ? (
          <PageForm intent="retry" formKey={formKey} answer={answer}>
            <SubmitButton look="secondary">{say("retryFailed", { count: run.failed })}</SubmitButton>
          </PageForm>
        ) : null}
        <ButtonLink look="secondary" to={`/admin/export/bulk-run?run=${run.id}`} isDocument>
          {say("report")}
        </ButtonLink>
      </div>
    </Card>
  )
}
