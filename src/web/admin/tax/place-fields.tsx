import { useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { SelectField, TextField } from "../../ui/field.tsx"
import type { TaxFacts } from "./tax-facts.ts"
import { words } from "./words.ts"

export function PlaceFields() {
  const say = useWords(words)
  const { countries } = useLoaderData<TaxFacts>()
  return (
    <>
      <SelectField name="country" label={say("country")} required>
        <option value="">{say("chooseCountry")}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField name="region" label={say("region")} help={say("regionHelp")} maxLength={3} />
    </>
  )
}
