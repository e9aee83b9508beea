import { useRef, useState } from "react"
import type { Language } from "#kit/refusal.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { control, Field, type FieldProps } from "./field.tsx"
import { useFieldState } from "./form.tsx"
import { words } from "./parts.words.ts"
import type * as phoneRules from "./phone-rules.ts"

export interface PhoneFieldProps extends FieldProps {
  /** Whose numbers may leave out the country code. */
  readonly country: string
  /** The field of the same form that says so instead, once somebody chooses there. */
  readonly countryFrom?: string
  /** As `phoneInField` writes it. */
  readonly defaultValue?: string
  /** The number behind the default, for `readPhoneField`: untouched it stays what it is. */
  readonly kept?: string | null
  /** Who will read it, where that isn't who types it. */
  readonly language?: Language
  readonly required?: boolean
  readonly autoComplete?: string
}

/**
 * What is typed is sent as it stands, so that it works without scripts. With them the rules of every country's numbers
 * arrive at the first touch (some 40 kB that nobody else loads): the number is then written as people read it.
 */
export function PhoneField(props: PhoneFieldProps) {
  const { name, label, help, country, countryFrom, defaultValue, kept, required } = props
  const say = useWords(words)
  const own = useLanguage()
  const state = useFieldState(name, defaultValue, help !== undefined)
  const [isWrong, setWrong] = useState(false)
  const rules = useRef<Promise<typeof phoneRules>>(undefined)
  const load = () => (rules.current ??= import("./phone-rules.ts"))
  const tidy = async (input: HTMLInputElement) => {
    const { readPhone, phoneInField } = await load()
    const chosen = countryFrom ? input.form?.elements.namedItem(countryFrom) : null
    const here = (chosen as HTMLSelectElement | null)?.value || country
    const number = readPhone(input.value, here)
    setWrong(input.value.trim() !== "" && number === undefined)
    if (number) input.value = phoneInField(number, props.language ?? own, here)
  }
  const shown = isWrong ? { ...state, error: state.error ?? say("badPhone") } : state
  return (
    <Field {...{ name, label, help }} state={shown} isOptional={!required}>
      {kept ? <input type="hidden" name={`${name}.kept`} value={kept} /> : null}
      <input
        {...state.attributes}
        type="tel"
        autoComplete={props.autoComplete ?? "tel"}
        required={required}
        maxLength={40}
        aria-invalid={isWrong || state.attributes["aria-invalid"]}
        aria-describedby={isWrong ? `${state.id}-error` : state.attributes["aria-describedby"]}
        onFocus={() => void load()}
        onBlur={(event) => void tidy(event.currentTarget)}
        className={`${control} max-w-64`}
      />
    </Field>
  )
}
