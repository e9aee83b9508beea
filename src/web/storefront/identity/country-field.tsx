import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { SelectField } from "../../ui/field.tsx"
import { countriesIn } from "../orders/countries.ts"
import { words } from "./words.ts"

export function CountryField({ country }: { country: string }) {
  const say = useWords(words)
  return (
    <SelectField name="country" label={say("country")} defaultValue={country} autoComplete="country" required>
      {countriesIn(useLanguage()).map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
