import { useRef, useState } from "react"
import { useWords } from "../i18n/use-words.ts"
import { control, Field, type FieldProps } from "./field.tsx"
import { useFieldState } from "./form.tsx"
import { words } from "./parts.words.ts"
import type * as phoneRules from "./phone-rules.ts"

export interface PhoneFieldProps extends FieldProps {
  /** Whose numbers may leave out the country code. */
  readonly country: "KR" | "DE" | "US" | "GB" | "JP" | "FR"
  readonly defaultValue?: string
  readonly required?: boolean
}

/**
 * What is typed is sent as it stands, so that it works without scripts. With them the rules of every country's numbers
 * arrive at the first touch (some 40 kB that nobody else loads): the number is then written as people read it.
 */
export function PhoneField({ name, label, help, country, defaultValue, required }: PhoneFieldProps) {
  const say = useWords(words)
  const state = useFieldState(name, defaultValue, help !== undefined)
  const [isWrong, setWrong] = useState(false)
  const rules = useRef<Promise<typeof phoneRules>>(undefined)
  const load = () => (rules.current ??= import("./phone-rules.ts"))
  const tidy = async (input: HTMLInputElement) => {
    const { readPhone } = await load()
    const number = readPhone(input.value, country)
    setWrong(input.value.trim() !== "" && number === undefined)
    if (number) input.value = number.international
  }
  const shown = isWrong ? { ...state, error: state.error ?? say("badPhone") } : state
  return (
    <Field {...{ name, label, help }} state={shown} isOptional={!required}>
      <input
        {...state.attributes}
        type="tel"
        autoComplete="tel"
        required={required}
        aria-invalid={isWrong || state.attributes["aria-invalid"]}
        aria-describedby={isWrong ? `${state.id}-error` : state.attributes["aria-describedby"]}
        onFocus={() => void load()}
        onBlur={(event) => void tidy(event.currentTarget)}
        className={`${control} max-w-64`}
      />
    </Field>
  )
}
