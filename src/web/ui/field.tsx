import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react"
import { useWords } from "../i18n/use-words.ts"
import { useFieldState } from "./form.tsx"
import { words } from "./words.ts"

export interface FieldProps {
  readonly name: string
  readonly label: ReactNode
  readonly help?: ReactNode
}

export const control =
  "min-h-9 pointer-coarse:min-h-11 w-full rounded-box border bg-surface px-3 py-1.5 text-base text-ink placeholder:text-muted sm:text-sm aria-[invalid=true]:border-bad border-line-strong"

type Input = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "name">

export function TextField({ name, label, help, defaultValue, ...rest }: Input) {
  const state = useFieldState(name, defaultValue, help !== undefined)
  return (
    <Field {...{ name, label, help, state }} isOptional={!rest.required}>
      <input {...rest} {...state.attributes} className={control} />
    </Field>
  )
}

type Select = FieldProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, "name">

export function SelectField({ name, label, help, defaultValue, children, ...rest }: Select) {
  const state = useFieldState(name, defaultValue, help !== undefined)
  return (
    <Field {...{ name, label, help, state }} isOptional={false}>
      <select {...rest} {...state.attributes} className={control}>
        {children}
      </select>
    </Field>
  )
}

type Textarea = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name">

export function TextareaField({ name, label, help, defaultValue, ...rest }: Textarea) {
  const state = useFieldState(name, defaultValue, help !== undefined)
  return (
    <Field {...{ name, label, help, state }} isOptional={!rest.required}>
      <textarea rows={3} {...rest} {...state.attributes} className={control} />
    </Field>
  )
}

export function CheckboxField({ name, label, help, value = "yes", defaultChecked, ...rest }: Input) {
  const { attributes, error, id, typed, isAnswered } = useFieldState(name, undefined, help !== undefined)
  const { defaultValue: _text, ...own } = attributes
  return (
    <div className="space-y-1">
      <label className="flex items-start gap-2 text-sm">
        <input
          {...rest}
          {...own}
          value={value}
          defaultChecked={isAnswered ? typed !== undefined : defaultChecked}
          type="checkbox"
          className="accent-accent mt-0.5 size-5 shrink-0"
        />
        <span>{label}</span>
      </label>
      <FieldWords {...{ id, help, error }} />
    </div>
  )
}

export type FieldState = ReturnType<typeof useFieldState>

export function Field({
  label,
  help,
  state,
  isOptional,
  children,
}: FieldProps & { state: FieldState; isOptional: boolean; children: ReactNode }) {
  const say = useWords(words)
  return (
    <div className="max-w-2xl space-y-1">
      <label htmlFor={state.id} className="block text-sm font-medium">
        {label}
        {isOptional ? <span className="text-muted ms-1 font-normal">({say("optional")})</span> : null}
      </label>
      {children}
      <FieldWords id={state.id} help={help} error={state.error} />
    </div>
  )
}

export function FieldWords({ id, help, error }: { id: string; help: ReactNode; error: string | undefined }) {
  return (
    <>
      {error ? (
        <p id={`${id}-error`} className="text-bad text-sm font-medium">
          {error}
        </p>
      ) : null}
      {help ? (
        <p id={`${id}-help`} className="text-muted text-sm">
          {help}
        </p>
      ) : null}
    </>
  )
}
