import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { type Plan, visibilities } from "./range.ts"
import { words } from "./words.ts"

export interface PlaceCardProps {
  readonly plan: Plan
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** What holds at once and makes no version: who sees it, where it stands, how many there are. */
export function PlaceCard({ plan, formKey, answer }: PlaceCardProps) {
  const say = useWords(words)
  const { limit, taken } = plan.stock
  return (
    <Card title={say("place")}>
      <PageForm key={formKey} intent="place" formKey={formKey} answer={answer} className="max-w-xl space-y-4">
        <ChoiceField
          name="state"
          label={say("visibility")}
          defaultValue={plan.state}
          choices={visibilities.map((value) => ({ value, label: say(value), help: say(`${value}Help`) }))}
        />
        <TextField
          name="stockLimit"
          label={say("stockLimit")}
          help={say("stockHelp", { taken })}
          type="number"
          min={0}
          step={1}
          defaultValue={limit ?? undefined}
        />
        <TextField
          name="position"
          label={say("position")}
          help={say("positionHelp")}
          type="number"
          min={0}
          step={1}
          defaultValue={plan.position}
          required
        />
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Card>
  )
}
