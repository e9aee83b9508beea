import type { ReactNode } from "react"
import { type FieldProps, FieldWords } from "./field.tsx"
import { useFieldState } from "./form.tsx"

export interface Choice {
  readonly value: string
  readonly label: ReactNode
  readonly help?: ReactNode
}

export interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly Choice[]
  readonly defaultValue?: string
}

/** One of a few, all to be seen at once. With more than six a select is quicker. */
export function ChoiceField({ name, label, help, choices, defaultValue }: ChoiceFieldProps) {
  const { id, error, attributes } = useFieldState(name, defaultValue, help !== undefined)
  return (
    <fieldset className="space-y-1.5" aria-describedby={attributes["aria-describedby"]}>
      <legend className="text-sm font-medium">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="border-line rounded-box hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft flex items-start gap-2.5 border px-3 py-2 text-sm"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            defaultChecked={attributes.defaultValue === choice.value}
            className="accent-accent mt-0.5 size-4.5 shrink-0"
          />
          <span className="min-w-0">
            <span className="block font-medium">{choice.label}</span>
            {choice.help ? <span className="text-muted block">{choice.help}</span> : null}
          </span>
        </label>
      ))}
      <FieldWords {...{ id, help, error }} />
    </fieldset>
  )
}
