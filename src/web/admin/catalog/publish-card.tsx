import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { CheckboxField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { ChangesTable } from "./changes-table.tsx"
import type { Plan } from "./range.ts"
import { words } from "./words.ts"

export interface PublishCardProps {
  readonly plan: Plan
  readonly canPublish: boolean
  readonly canWrite: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** What would change, in figures and hundredths, before it does; a jump is asked about once more. */
export function PublishCard({ plan, canPublish, canWrite, formKey, answer }: PublishCardProps) {
  const say = useWords(words)
  const last = plan.versions[0]?.number ?? 0
  const { draft } = plan
  if (!draft) {
    return (
      <Card title={say("publish")}>
        <p className="text-muted text-sm">
          {last === 0 ? say("nothingYet") : say("nothingToPublish", { version: last })}
        </p>
      </Card>
    )
  }
  return (
    <Card title={say("publishTitle", { version: last + 1 })}>
      <Comparison plan={plan} />
      {canPublish ? <PublishForm {...{ plan, formKey, answer }} /> : null}
      {canWrite && last > 0 ? (
        <ConfirmDialog
          label={say("drop")}
          look="danger"
          title={say("dropTitle")}
          consequence={say("dropWhat")}
          intent="drop"
          {...{ formKey, answer }}
        />
      ) : null}
    </Card>
  )
}

function Comparison({ plan }: { plan: Plan }) {
  const say = useWords(words)
  const changes = plan.draft?.changes
  if (!changes) return <p className="text-muted text-sm">{say("firstPublish")}</p>
  if (changes.fields.length === 0 && changes.prices.length === 0) {
    return (
      <p className="text-muted text-sm">{say("unchanged", { version: plan.versions[0]?.number ?? 1 })}</p>
    )
  }
  return <ChangesTable changes={changes} jump={plan.askAgainPercent} />
}

function PublishForm({ plan, formKey, answer }: Pick<PublishCardProps, "plan" | "formKey" | "answer">) {
  const say = useWords(words)
  const percent = plan.draft?.changes?.largestPercent ?? 0
  return (
    <PageForm key={formKey} intent="publish" formKey={formKey} answer={answer} className="max-w-xl space-y-4">
      <p className="text-muted text-sm">{say("publishWhat")}</p>
      {percent > plan.askAgainPercent ? (
        <>
          <Banner tone="warn">{say("jump", { percent })}</Banner>
          <CheckboxField name="acceptedPercent" value={String(percent)} label={say("meant", { percent })} />
        </>
      ) : null}
      <TextField name="note" label={say("publishNote")} maxLength={300} />
      <SubmitButton>{say("publish")}</SubmitButton>
    </PageForm>
  )
}
