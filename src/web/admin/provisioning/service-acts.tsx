import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import type { OfferedAct } from "../desk/bulk-acts.tsx"
import { words } from "./acts.words.ts"

/** Tells the form that asks for an act of the list from the others of the page. */
export const ACT_PREFIX = "act:"

export interface ServiceActsProps {
  readonly acts: readonly OfferedAct[]
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** What the list does with many, for this one: the page behind it asks for the reason and reports what became of it. */
export function ServiceActs({ acts, formKey, answer }: ServiceActsProps) {
  const say = useWords(words)
  return (
    <Card title={say("acts")}>
      <p className="text-muted text-sm">{say("actsWhat")}</p>
      <div className="flex flex-wrap gap-2">
        {acts.map(({ name, title, isGrave }) => (
          <PageForm key={name} intent={`${ACT_PREFIX}${name}`} {...{ formKey, answer }}>
            <SubmitButton look={isGrave ? "danger" : "secondary"}>{title} …</SubmitButton>
          </PageForm>
        ))}
      </div>
    </Card>
  )
}
