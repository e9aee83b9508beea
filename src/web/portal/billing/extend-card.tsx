import type { WireMoney } from "#kit/money.ts"
import { formatAmount, formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { type Cycle, spanOf } from "../../ui/cycle.ts"
import { shiftDay } from "../../ui/days.ts"
import { SelectField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words } from "./ahead.words.ts"

export interface ExtendCardProps {
  readonly cycle: Cycle
  /** Its next cycles, as they would come one by one. */
  readonly charges: readonly { readonly periodEnd: string; readonly amount: WireMoney }[]
  /** A pause comes before what is bought now. */
  readonly isAfterPause: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

const counts = [1, 2, 3, 6, 12]

export function ExtendCard({ cycle, charges, isAfterPause, formKey, answer }: ExtendCardProps) {
  const say = useWords(words)
  const language = useLanguage()
  const choices = counts.flatMap((count) => {
    const last = charges[count - 1]
    if (!last) return []
    const total = formatAmount(sumOf(charges.slice(0, count)), language)
    return [{ count, total, day: formatDay(shiftDay(last.periodEnd, -1), language) }]
  })
  if (choices.length === 0) return null
  return (
    <Card title={say("extend")}>
      <p className="text-muted text-sm">{say(isAfterPause ? "extendAfterPause" : "extendWhat")}</p>
      <PageForm intent="extend" formKey={formKey} answer={answer}>
        <SelectField name="cycles" label={say("extendFor")} defaultValue="1">
          {choices.map(({ count, total, day }) => (
            <option key={count} value={count}>
              {say("extendChoice", { ...spanOf(cycle, count), total, day })}
            </option>
          ))}
        </SelectField>
        <SubmitButton>{say("extendNow")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

function sumOf(charges: readonly { readonly amount: WireMoney }[]): WireMoney {
  const minor = charges.reduce((total, { amount }) => total + BigInt(amount.minor), 0n)
  return { minor: minor.toString(), currency: charges[0]?.amount.currency ?? "KRW" }
}
