import type { Currency } from "#kit/money.ts"
import { useWords } from "../../i18n/use-words.ts"
import type { Cycle } from "../../ui/cycle.ts"
import { TextField } from "../../ui/field.tsx"
import { words } from "./option.words.ts"
import type { PlanOption } from "./option-form.ts"
import { PriceGrid } from "./price-grid.tsx"

export interface OptionChoicesProps {
  readonly choices: PlanOption["choices"]
  readonly at: string
  readonly currencies: readonly Currency[]
  readonly terms: readonly Cycle[]
}

/** A choice of one is none; and there is room for one more than there are. */
const FEWEST_SHOWN = 3

export function OptionChoices({ choices, at, currencies, terms }: OptionChoicesProps) {
  const say = useWords(words)
  const count = Math.max(FEWEST_SHOWN, choices.length + 1)
  return (
    <div className="space-y-6">
      {Array.from({ length: count }, (_, place) => {
        const choice = choices[place]
        const own = `${at}/choices/${place}`
        return (
          <fieldset key={own} className="border-line rounded-box min-w-0 space-y-3 border p-4">
            <legend className="px-1 text-sm font-semibold">
              {say("choiceTitle", { number: place + 1 })}
            </legend>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                name={`${own}/name/en`}
                label={say("nameEn")}
                defaultValue={choice?.name.en}
                maxLength={60}
              />
              <TextField
                name={`${own}/name/ko`}
                label={say("nameKo")}
                defaultValue={choice?.name.ko}
                maxLength={60}
                lang="ko"
              />
              <TextField
                name={`${own}/id`}
                label={say("id")}
                defaultValue={choice?.id}
                maxLength={40}
                autoCapitalize="none"
                spellCheck={false}
              />
              <TextField
                name={`${own}/adds`}
                label={say("adds")}
                type="number"
                min={0}
                step={1}
                defaultValue={choice?.adds ?? 0}
              />
            </div>
            {place === 0 ? (
              <p className="text-muted text-sm">{say("firstChoice")}</p>
            ) : (
              <PriceGrid
                prices={choice?.prices ?? {}}
                prefix={`${own}/prices`}
                title={say("price")}
                help={say("priceHelp")}
                {...{ currencies, terms }}
              />
            )}
          </fieldset>
        )
      })}
    </div>
  )
}
