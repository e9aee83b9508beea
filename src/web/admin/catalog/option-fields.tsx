import type { Currency } from "#kit/money.ts"
import { useWords } from "../../i18n/use-words.ts"
import { ChoiceField } from "../../ui/choice-field.tsx"
import type { Cycle } from "../../ui/cycle.ts"
import { CheckboxField, SelectField, TextField } from "../../ui/field.tsx"
import { words } from "./option.words.ts"
import { OptionChoices } from "./option-choices.tsx"
import { optionKinds, optionResources, type PlanOption } from "./option-form.ts"
import { PriceGrid } from "./price-grid.tsx"

export interface OptionFieldsProps {
  readonly option: PlanOption | undefined
  /** Its place among the plan's options: what its fields are called after, and the refusals too. */
  readonly at: string
  readonly currencies: readonly Currency[]
  readonly terms: readonly Cycle[]
}

const kindHelp = { number: "numberHelp", choice: "choiceHelp", yes_no: "yesNoHelp" } as const

/** Only the fields of the chosen kind are shown, by the style sheet alone: it needs no script. */
export function OptionFields({ option, at, currencies, terms }: OptionFieldsProps) {
  const say = useWords(words)
  return (
    <div className="group/kind space-y-6">
      <Names {...{ option, at }} />
      <ChoiceField
        name={`${at}/kind`}
        label={say("kind")}
        defaultValue={option?.kind ?? "number"}
        choices={optionKinds.map((kind) => ({ value: kind, label: say(kind), help: say(kindHelp[kind]) }))}
      />
      <CheckboxField
        name={`${at}/isAddOn`}
        label={say("isAddOn")}
        help={say("isAddOnHelp")}
        defaultChecked={option?.isAddOn ?? false}
      />
      <div className="hidden group-has-[[value=number]:checked]/kind:block">
        <Counts {...{ option, at }} />
      </div>
      <fieldset className="min-w-0 space-y-3">
        <legend className="text-sm font-semibold">{say("machine")}</legend>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField name={`${at}/resource`} label={say("resource")} defaultValue={option?.resource ?? ""}>
            <option value="">{say("nothing")}</option>
            {optionResources.map((resource) => (
              <option key={resource} value={resource}>
                {say(resource)}
              </option>
            ))}
          </SelectField>
          <div className="group-has-[[value=choice]:checked]/kind:hidden">
            <Count name={`${at}/adds`} label={say("adds")} help={say("addsHelp")} value={option?.adds ?? 0} />
          </div>
        </div>
      </fieldset>
      <div className="group-has-[[value=choice]:checked]/kind:hidden">
        <PriceGrid
          prices={option?.prices ?? {}}
          prefix={`${at}/prices`}
          title={say("price")}
          help={say("priceHelp")}
          {...{ currencies, terms }}
        />
      </div>
      <div className="hidden group-has-[[value=choice]:checked]/kind:block">
        <OptionChoices choices={option?.choices ?? []} {...{ at, currencies, terms }} />
      </div>
    </div>
  )
}

function Names({ option, at }: Pick<OptionFieldsProps, "option" | "at">) {
  const say = useWords(words)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name={`${at}/name/en`}
        label={say("nameEn")}
        defaultValue={option?.name.en}
        required
        maxLength={60}
      />
      <TextField
        name={`${at}/name/ko`}
        label={say("nameKo")}
        defaultValue={option?.name.ko}
        required
        maxLength={60}
        lang="ko"
      />
      <TextField
        name={`${at}/help/en`}
        label={say("helpEn")}
        defaultValue={option?.help.en}
        maxLength={200}
      />
      <TextField
        name={`${at}/help/ko`}
        label={say("helpKo")}
        defaultValue={option?.help.ko}
        maxLength={200}
        lang="ko"
      />
      <TextField
        name={`${at}/id`}
        label={say("id")}
        help={say("idHelp")}
        defaultValue={option?.id}
        required
        maxLength={40}
        autoCapitalize="none"
        spellCheck={false}
      />
    </div>
  )
}

function Counts({ option, at }: Pick<OptionFieldsProps, "option" | "at">) {
  const say = useWords(words)
  return (
    <div className="grid grid-cols-2 gap-4 lg:grid-cols-3">
      <Count name={`${at}/min`} label={say("min")} value={option?.min ?? 0} />
      <Count name={`${at}/max`} label={say("max")} value={option?.max ?? 10} />
      <Count name={`${at}/step`} label={say("step")} value={option?.step ?? 1} />
      <Count
        name={`${at}/included`}
        label={say("included")}
        help={say("includedHelp")}
        value={option?.included ?? 0}
      />
      <TextField
        name={`${at}/unit/en`}
        label={say("unitEn")}
        help={say("unitHelp")}
        defaultValue={option?.unit.en}
        maxLength={20}
      />
      <TextField
        name={`${at}/unit/ko`}
        label={say("unitKo")}
        defaultValue={option?.unit.ko}
        maxLength={20}
        lang="ko"
      />
    </div>
  )
}

interface CountProps {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly value: number
}

function Count({ value, ...rest }: CountProps) {
  return <TextField {...rest} type="number" min={0} step={1} defaultValue={value} required />
}
