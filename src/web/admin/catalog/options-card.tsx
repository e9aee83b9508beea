import { Link } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { SelectField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words } from "./option.words.ts"
import type { PlanOption } from "./option-form.ts"
import type { PlanText } from "./range.ts"

export interface OptionsCardProps {
  readonly planId: string
  readonly text: PlanText
  /** The other plans of the product. */
  readonly sisters: readonly {
    readonly id: string
    readonly name: { readonly en: string; readonly ko: string }
  }[]
  readonly canWrite: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** What can be chosen with the plan, in the order in which it is shown; each has a page of its own. */
export function OptionsCard(props: OptionsCardProps) {
  const { planId, text, canWrite, formKey, answer } = props
  const say = useWords(words)
  const language = useLanguage()
  return (
    <Card
      title={say("title")}
      aside={
        canWrite ? (
          <ButtonLink to={`/admin/plans/${planId}/options/-`} look="secondary">
            {say("add")}
          </ButtonLink>
        ) : undefined
      }
    >
      <p className="text-muted text-sm">{text.options.length === 0 ? say("noneHelp") : say("lead")}</p>
      <ul className="divide-line divide-y">
        {text.options.map((option, index) => (
          <li key={option.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="min-w-0 grow">
              <Link className="text-accent underline" to={`/admin/plans/${planId}/options/${option.id}`}>
                {option.name[language]}
              </Link>{" "}
              {option.isAddOn ? <Badge tone="info">{say("addOn")}</Badge> : null}
              <span className="text-muted block text-sm">
                <Kind option={option} />
              </span>
            </span>
            {canWrite && index > 0 ? (
              <PageForm intent="move-option" formKey={`${formKey}${option.id}`} answer={answer} className="">
                <input type="hidden" name="option" value={option.id} />
                <SubmitButton look="quiet" aria-label={say("moveUp", { option: option.name[language] })}>
                  ↑
                </SubmitButton>
              </PageForm>
            ) : null}
          </li>
        ))}
      </ul>
      <CopyForm {...props} />
    </Card>
  )
}

/** The sizes of one product mostly come with the same choices. */
function CopyForm({ text, sisters, canWrite, formKey, answer }: OptionsCardProps) {
  const say = useWords(words)
  const language = useLanguage()
  if (!canWrite || sisters.length === 0) return null
  return (
    <ConfirmDialog
      label={say("copy")}
      title={say("copyTitle")}
      consequence={say(text.options.length === 0 ? "copyWhat" : "copyOver", { count: text.options.length })}
      intent="copy-options"
      {...{ formKey, answer }}
    >
      <SelectField name="from" label={say("copyFrom")} defaultValue={sisters[0]?.id}>
        {sisters.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[language]}
          </option>
        ))}
      </SelectField>
    </ConfirmDialog>
  )
}

function Kind({ option }: { option: PlanOption }) {
  const say = useWords(words)
  const language = useLanguage()
  const { kind, min, max, included, unit, choices } = option
  if (kind === "number") return say("range", { min, max, included, unit: unit[language] })
  return kind === "choice" ? say("choices", { count: choices.length }) : say("yes_no")
}
