import { useRef } from "react"
import type { WireMoney } from "#kit/money.ts"
import { decimalText } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { IconButton } from "./button.tsx"
import { control, Field, type FieldProps } from "./field.tsx"
import { useFieldState } from "./form.tsx"
import { words } from "./parts.words.ts"

export interface AmountFieldProps extends FieldProps {
  readonly currency: WireMoney["currency"]
  readonly defaultValue?: WireMoney
  readonly required?: boolean
}

const places: Record<WireMoney["currency"], number> = { EUR: 2, GBP: 2, JPY: 0, KRW: 0, USD: 2 }

/** Money as people type it; `readAmount` turns it into minor units on the server. The currency stands beside it. */
export function AmountField({ name, label, help, currency, defaultValue, required }: AmountFieldProps) {
  const language = useLanguage()
  const text = defaultValue ? decimalText(defaultValue.minor, places[currency]) : undefined
  const state = useFieldState(name, text, help !== undefined)
  const unit = currency === "KRW" && language === "ko" ? "원" : currency
  return (
    <Field {...{ name, label, help, state }} isOptional={!required}>
      <span className="relative block max-w-48">
        <input
          {...state.attributes}
          required={required}
          inputMode={places[currency] === 0 ? "numeric" : "decimal"}
          autoComplete="off"
          className={`${control} pe-14 text-end tabular-nums`}
        />
        <span
          aria-hidden="true"
          className="text-muted pointer-events-none absolute inset-y-0 end-3 flex items-center text-sm"
        >
          {unit}
        </span>
      </span>
    </Field>
  )
}

export interface QuantityFieldProps extends FieldProps {
  readonly defaultValue?: number
  readonly min?: number
  readonly max?: number
}

/** A few of something: typed, or counted up and down. The buttons need a script; the field doesn't. */
export function QuantityField({
  name,
  label,
  help,
  defaultValue = 1,
  min = 1,
  max = 99,
}: QuantityFieldProps) {
  const say = useWords(words)
  const state = useFieldState(name, String(defaultValue), help !== undefined)
  const input = useRef<HTMLInputElement>(null)
  const step = (by: 1 | -1) => {
    if (by > 0) input.current?.stepUp()
    else input.current?.stepDown()
  }
  return (
    <Field {...{ name, label, help, state }} isOptional={false}>
      <span className="border-line-strong rounded-box inline-flex items-stretch overflow-hidden border">
        <IconButton icon="minus" label={say("less")} onClick={() => step(-1)} className="rounded-none" />
        <input
          {...state.attributes}
          ref={input}
          type="number"
          min={min}
          max={max}
          required
          className="border-line bg-surface w-14 [appearance:textfield] border-x text-center text-sm tabular-nums [&::-webkit-inner-spin-button]:appearance-none"
        />
        <IconButton icon="plus" label={say("more")} onClick={() => step(1)} className="rounded-none" />
      </span>
    </Field>
  )
}
