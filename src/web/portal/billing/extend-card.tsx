import { formatAmount, formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { SelectField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words } from "../../ui/subscription.words.ts"
import type { SubscriptionView } from "../../ui/subscription-facts.tsx"
import { dayBefore } from "./day-before.ts"

export interface ExtendCardProps {
  readonly subscription: SubscriptionView
  /** Its next cycles, as they would come one by one. */
  readonly charges: readonly { readonly periodEnd: string }[]
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

const counts = [1, 2, 3, 6, 12]

export function ExtendCard({ subscription, charges, formKey, answer }: ExtendCardProps) {
  const say = useWords(words)
  const language = useLanguage()
  const choices = counts.flatMap((count) => {
    const last = charges[count - 1]
    return last ? [{ count, day: formatDay(dayBefore(last.periodEnd), language) }] : []
  })
  if (choices.length === 0) return null
  const price = formatAmount(subscription.price, language)
  return (
    <Card title={say("extend")}>
      <p className="text-muted text-sm">{say("extendWhat")}</p>
      <PageForm intent="extend" formKey={formKey} answer={answer}>
        <SelectField name="cycles" label={say("extendFor")} defaultValue="1">
          {choices.map(({ count, day }) => (
            <option key={count} value={count}>
              {say("extendChoice", { count, price, day })}
            </option>
          ))}
        </SelectField>
        <SubmitButton>{say("extendNow")}</SubmitButton>
      </PageForm>
    </Card>
  )
}
