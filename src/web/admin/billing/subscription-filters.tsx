import type { Language } from "../../i18n/languages.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { FilterChoice, Filters, FilterText } from "../../ui/filters.tsx"
import { useStateOptions } from "../../ui/state-badge.tsx"
import { words } from "../../ui/subscription.words.ts"
import { words as adminWords } from "./words.ts"

export interface SubscriptionFiltersProps {
  readonly plans: readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[]
}

export function SubscriptionFilters({ plans }: SubscriptionFiltersProps) {
  const say = useWords(words)
  const sayAdmin = useWords(adminWords)
  const language = useLanguage()
  return (
    <Filters exportPath="/admin/export/subscriptions">
      <FilterText name="name" label={sayAdmin("byName")} placeholder={sayAdmin("byNameHint")} />
      <FilterChoice name="state" label={say("state")} options={useStateOptions("subscription")} />
      <FilterChoice
        name="plan"
        label={sayAdmin("plan")}
        options={plans.map(({ id, name }) => ({ value: id, label: name[language] }))}
      />
    </Filters>
  )
}
