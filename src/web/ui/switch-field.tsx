import { type FieldProps, FieldWords } from "./field.tsx"
import { useFieldState } from "./form.tsx"

export interface SwitchFieldProps extends FieldProps {
  readonly defaultChecked?: boolean
  readonly disabled?: boolean
}

/** On or off. A checkbox underneath: it is sent with its form, and works without scripts. */
export function SwitchField({ name, label, help, defaultChecked, disabled }: SwitchFieldProps) {
  const { id, error, attributes, typed, isAnswered } = useFieldState(name, undefined, help !== undefined)
  return (
    <div className="space-y-1">
      <label className="flex items-center justify-between gap-4 text-sm font-medium">
        {label}
        <input
          id={attributes.id}
          name={name}
          value="yes"
          type="checkbox"
          disabled={disabled}
          aria-invalid={attributes["aria-invalid"]}
          aria-describedby={attributes["aria-describedby"]}
          defaultChecked={isAnswered ? typed !== undefined : defaultChecked}
          className="border-line-strong bg-raised checked:border-accent checked:bg-accent before:bg-line-strong checked:before:bg-accent-ink relative h-6 w-10 shrink-0 appearance-none rounded-full border transition-colors before:absolute before:start-0.5 before:top-0.5 before:size-4.5 before:rounded-full before:transition-[inset-inline-start] checked:before:start-4.5 disabled:opacity-60"
        />
      </label>
      <FieldWords {...{ id, help, error }} />
    </div>
  )
}
