import { lazy } from "react"
import type { Currency } from "#kit/money.ts"
import { useWords } from "../../i18n/use-words.ts"
import { TextField } from "../../ui/field.tsx"
import { PriceGrid } from "./price-grid.tsx"
import { type PlanText, resourceNames } from "./range.ts"
import { words } from "./words.ts"

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const TrialFields = lazy(() =>
  import("./trial-fields.tsx").then((module) => ({ default: module.TrialFields })),
)

export interface PlanFieldsProps {
  readonly text: PlanText | undefined
  readonly currencies: readonly Currency[]
}

/** What a version says: name, size and prices. */
export function PlanFields({ text, currencies }: PlanFieldsProps) {
  const say = useWords(words)
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="name/en"
          label={say("nameEn")}
          defaultValue={text?.name.en}
          required
          maxLength={80}
        />
        <TextField
          name="name/ko"
          label={say("nameKo")}
          defaultValue={text?.name.ko}
          required
          maxLength={80}
          lang="ko"
        />
      </div>
      <fieldset className="min-w-0 space-y-3">
        <legend className="text-sm font-semibold">{say("resources")}</legend>
        <div className="grid grid-cols-2 gap-4 lg:grid-cols-3">
          {resourceNames.map((name) => (
            <TextField
              key={name}
              name={`resources/${name}`}
              label={say(name)}
              type="number"
              min={0}
              step={1}
              defaultValue={text?.resources[name]}
              required
            />
          ))}
          <TextField
            name="packageId"
            label={say("packageId")}
            help={say("packageHelp")}
            type="number"
            min={1}
            step={1}
            defaultValue={text?.packageId}
            required
          />
        </div>
      </fieldset>
      <TrialFields trial={text?.trial} />
      <PriceGrid prices={text?.prices ?? {}} currencies={currencies} />
    </>
  )
}
