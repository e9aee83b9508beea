import { lazy, Suspense, useState } from "react"
import { control, Field, type FieldProps } from "./field.tsx"
import { useFieldState } from "./form.tsx"
import type { FindOptions, Option } from "./option.ts"

export interface ComboboxFieldProps extends FieldProps {
  readonly find: FindOptions
  readonly defaultOption?: Option
  readonly required?: boolean
}

// Loaded by the first touch: the list that opens, its keys and its place weigh as much as a page.
const Combobox = lazy(() => import("./combobox.tsx").then((part) => ({ default: part.Combobox })))

/** One of many that a server knows. Until it is touched, and without scripts, it is a plain field for the value. */
export function ComboboxField({ name, label, help, find, defaultOption, required }: ComboboxFieldProps) {
  const state = useFieldState(name, defaultOption?.value, help !== undefined)
  const [isTouched, setTouched] = useState(false)
  const plain = (
    <input
      {...state.attributes}
      required={required}
      autoComplete="off"
      onFocus={() => setTouched(true)}
      className={control}
    />
  )
  return (
    <Field {...{ name, label, help, state }} isOptional={!required}>
      {isTouched ? (
        <Suspense fallback={plain}>
          <Combobox {...{ name, find, defaultOption }} id={state.id} />
        </Suspense>
      ) : (
        plain
      )}
    </Field>
  )
}
