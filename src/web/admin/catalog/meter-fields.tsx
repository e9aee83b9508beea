import type { Currency } from "#kit/money.ts"
import { useWords } from "../../i18n/use-words.ts"
import { SelectField, TextField } from "../../ui/field.tsx"
import { type Meter, MOST_ROWS, meterCounts, meterModels } from "./meter-form.ts"
import { words } from "./meter-page.words.ts"

export interface MeterFieldsProps {
  readonly meter: Meter | undefined
  /** Its place among the plan's meters: what its fields are called after, and the refusals too. */
  readonly at: string
  readonly currencies: readonly Currency[]
}

/** What is counted, what comes with the plan, and what the rest costs. */
export function MeterFields({ meter, at, currencies }: MeterFieldsProps) {
  const say = useWords(words)
  return (
    <div className="space-y-6">
      <div className="grid gap-4 sm:grid-cols-2">
        {(["name", "unit"] as const).flatMap((field) =>
          (["en", "ko"] as const).map((language) => (
            <TextField
              key={`${field}/${language}`}
              name={`${at}/${field}/${language}`}
              label={`${say(field)} (${say(language === "en" ? "inEnglish" : "inKorean")})`}
              required
              maxLength={field === "name" ? 60 : 20}
              defaultValue={meter?.[field][language]}
            />
          )),
        )}
        <TextField
          name={`${at}/id`}
          label={say("id")}
          help={say("idHelp")}
          required
          maxLength={40}
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={meter?.id}
        />
        <SelectField
          name={`${at}/counts`}
          label={say("counts")}
          help={say("countsHelp")}
          defaultValue={meter?.counts ?? "amount"}
        >
          {meterCounts.map((counts) => (
            <option key={counts} value={counts}>
              {say(counts)}
            </option>
          ))}
        </SelectField>
        <Decimal
          name={`${at}/included`}
          label={say("included")}
          help={say("includedHelp")}
          value={meter?.included ?? "0"}
        />
        <SelectField name={`${at}/model`} label={say("model")} defaultValue={meter?.model ?? "flat"}>
          {meterModels.map((model) => (
            <option key={model} value={model}>
              {say(model)}
            </option>
          ))}
        </SelectField>
        <Decimal
          name={`${at}/packageSize`}
          label={say("packageSize")}
          help={say("packageSizeHelp")}
          value={meter?.packageSize ?? ""}
        />
      </div>
      <Tiers {...{ meter, at, currencies }} />
    </div>
  )
}

/** So many rows stand there; the last of a saved meter has two more below it. */
const LEAST_ROWS = 3

function Tiers({ meter, at, currencies }: MeterFieldsProps) {
  const say = useWords(words)
  const saved = meter?.tiers ?? []
  const rows = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, saved.length + 2))
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="text-sm font-semibold">{say("tiers")}</legend>
      <p className="text-muted text-sm">{say("tiersHelp")}</p>
      {Array.from({ length: rows }, (_, row) => `${at}/tiers/${row}`).map((name, row) => (
        <div key={name} className="grid gap-3 sm:grid-cols-3">
          <Decimal name={`${name}/upTo`} label={say("upTo")} value={saved[row]?.upTo ?? ""} />
          {currencies.map((currency) => (
            <Decimal
              key={currency}
              name={`${name}/prices/${currency}`}
              label={say("price", { currency })}
              value={saved[row]?.prices[currency] ?? ""}
            />
          ))}
        </div>
      ))}
    </fieldset>
  )
}

function Decimal(props: {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly value: string
}) {
  const { value, ...rest } = props
  return <TextField {...rest} inputMode="decimal" maxLength={24} defaultValue={value} />
}
