import type { ReactNode } from "react"
import { useWords } from "../i18n/use-words.ts"
import { Button } from "./button.tsx"
import { control, Field, type FieldProps } from "./field.tsx"
import { useFieldState } from "./form.tsx"
import { words } from "./parts.words.ts"
import { type PeriodName, periodNames, periodOf } from "./period.ts"

export interface DateFieldProps extends FieldProps {
  readonly defaultValue?: string
  readonly min?: string
  readonly max?: string
  readonly required?: boolean
}

/** The browser's own calendar: it speaks the reader's language, works on every phone and weighs nothing. */
export function DateField({ name, label, help, defaultValue, min, max, required }: DateFieldProps) {
  const state = useFieldState(name, defaultValue, help !== undefined)
  return (
    <Field {...{ name, label, help, state }} isOptional={!required}>
      <input
        {...state.attributes}
        type="date"
        {...{ min, max, required }}
        className={`${control} max-w-48`}
      />
    </Field>
  )
}

export interface PeriodFieldProps {
  readonly label: ReactNode
  /** The first day's field; the last day's is called the same with "To" behind. */
  readonly name: string
  readonly today: string
  readonly defaultValue?: { readonly from: string; readonly to: string }
}

/** From a day to a day, both counted, with the ones that people mean most of the time a press away. */
export function PeriodField({ label, name, today, defaultValue }: PeriodFieldProps) {
  const say = useWords(words)
  const from = useFieldState(name, defaultValue?.from, false)
  const to = useFieldState(`${name}To`, defaultValue?.to, false)
  const choose = (period: PeriodName) => {
    const { first, last } = periodOf(period, today)
    for (const [id, day] of [
      [from.id, first],
      [to.id, last],
    ] as const) {
      const input = document.getElementById(id)
      if (input instanceof HTMLInputElement) input.value = day
    }
  }
  return (
    <fieldset className="space-y-1.5">
      <legend className="text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap items-center gap-2">
        <input {...from.attributes} type="date" aria-label={say("from")} className={`${control} max-w-40`} />
        <span aria-hidden="true" className="text-muted">
          –
        </span>
        <input {...to.attributes} type="date" aria-label={say("to")} className={`${control} max-w-40`} />
      </div>
      <div className="flex flex-wrap gap-1.5">
        {periodNames.map((period) => (
          <Button key={period} type="button" size="small" look="secondary" onClick={() => choose(period)}>
            {say(period)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
