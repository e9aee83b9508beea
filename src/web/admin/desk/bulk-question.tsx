import { useActionData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { SelectField, TextareaField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words } from "./bulk.words.ts"
import type { BulkRun } from "./bulk-run.ts"

/** As many as one run takes: whether there are more, it does not know. */
const mostChosen = 2_000

/** Before it begins: with how many, what happens to each, and what has to be said of all of them. */
export function BulkQuestion({ run, formKey }: { run: BulkRun; formKey: string }) {
  const say = useWords(words)
  const answer = useActionData<FormAnswer>()
  return (
    <Card title={say("question", { count: run.total })}>
      <Banner tone={run.isGrave ? "warn" : "info"}>{run.warns}</Banner>
      {run.total >= mostChosen ? (
        <p className="text-muted text-sm">{say("mostChosen", { count: mostChosen })}</p>
      ) : null}
      <PageForm intent="confirm" formKey={formKey} answer={answer}>
        {run.choices.length > 0 ? (
          <SelectField name="choice" label={say("choice")} required>
            {run.choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
        ) : null}
        <TextareaField
          name="reason"
          label={say("reason")}
          help={say("reasonHelp")}
          required={run.needsReason}
          minLength={3}
          maxLength={300}
        />
        <SubmitButton look={run.isGrave ? "danger" : "primary"}>
          {say("begin", { count: run.total, title: run.title })}
        </SubmitButton>
      </PageForm>
      <PageForm intent="drop" formKey={formKey} answer={answer}>
        <SubmitButton look="quiet">{say("drop")}</SubmitButton>
      </PageForm>
    </Card>
  )
}
