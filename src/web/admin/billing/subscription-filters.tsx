import { useSearchParams } from "react-router"
import type { Language } from "../../i18n/languages.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { cycleMonths, cycles } from "../../ui/cycle.ts"
import { words as cycleWords } from "../../ui/cycle.words.ts"
import { FilterChoice, Filters, FilterText } from "../../ui/filters.tsx"
import { words as adminWords } from "./words.ts"

export interface SubscriptionFiltersProps {
  readonly plans: readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[]
}

/** The states stand above as chips; what is chosen there goes along. */
export function SubscriptionFilters({ plans }: SubscriptionFiltersProps) {
  const sayAdmin = useWords(adminWords)
  const language = useLanguage()
  const sayCycle = useWords(cycleWords)
  const state = useSearchParams()[0].get("state")
  return (
    <Filters exportPath="/admin/export/subscriptions">
      {state ? <input type="hidden" name="state" value={state} /> : null}
      <FilterText name="name" label={sayAdmin("byName")} />
      <FilterChoice
        name="plan"
        label={sayAdmin("plan")}
        options={plans.map(({ id, name }) => ({ value: id, label: name[language] }))}
      />
      <FilterChoice
        name="cycle"
        label={sayAdmin("cycle")}
        options={cycles
          .filter((cycle) => cycle === "daily" || cycleMonths[cycle] !== null)
          .map((cycle) => ({ value: cycle, label: sayCycle(cycle) }))}
      />
      <FilterChoice
        name="deleted"
        label={sayAdmin("deleted")}
        options={[{ value: "only", label: sayAdmin("deletedOnly") }]}
        none={sayAdmin("deletedNot")}
      />
    </Filters>
  )
}
