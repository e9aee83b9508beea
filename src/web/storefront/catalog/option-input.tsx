import type { ReactNode } from "react"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { control } from "../../ui/field.tsx"
import type { PlanOption } from "./offer.ts"
import { words } from "./option.words.ts"
import { type ExtraWays, showExtra, showMinor } from "./price-board.ts"
import type { BoardOption } from "./setup-sum.ts"

export interface OptionInputProps {
  readonly option: PlanOption
  readonly own: BoardOption
  readonly cycle: string
  readonly ways: ExtraWays
  readonly id: string
  readonly name: string
  readonly value: string
  readonly isWrong: boolean
  /** What it costs as it is chosen now. */
  readonly extra: ReactNode
}

/** A number with a slider beside it, cards, or a tick. */
export function OptionInput(props: OptionInputProps) {
  if (props.option.kind === "choice") return <ChoiceInput {...props} />
  return props.option.kind === "number" ? <NumberInput {...props} /> : <TickInput {...props} />
}

function NumberInput({ option, own, cycle, ways, id, name, value, isWrong, extra }: OptionInputProps) {
  const say = useWords(words)
  const language = useLanguage()
  const { min, max, step, included, unit } = option
  const price = own.prices[cycle]
  const each = price ? ways.each.replace("{price}", showMinor(price.minor, ways.currency, language)) : ""
  const sayEach = (of: string) =>
    unit[language] ? say("eachOf", { each: of, unit: unit[language] }) : say("eachUnit", { each: of })
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <label htmlFor={id} className="font-medium">
          {option.name[language]}
        </label>
        {extra}
      </div>
      <p id={`${id}-help`} className="text-muted text-sm">
        {option.help[language]}{" "}
        <span data-each={option.id} data-words={sayEach("{each}")}>
          {each ? sayEach(each) : ""}
        </span>
        {included > 0
          ? ` ${say("includedUnits", { count: included, unit: unit[language] || "none" })}`
          : null}
      </p>
      <div className="flex items-center gap-4">
        <span className="flex w-36 shrink-0 items-center gap-2">
          <input
            id={id}
            name={name}
            type="number"
            inputMode="numeric"
            {...{ min, max, step }}
            defaultValue={value}
            aria-describedby={isWrong ? `${id}-help ${id}-error` : `${id}-help`}
            aria-invalid={isWrong || undefined}
            className={`${control} tabular-nums`}
          />
          <span className="text-muted text-sm whitespace-nowrap">{unit[language]}</span>
        </span>
        {/* Shows itself once the script is there to follow it. */}
        <input
          type="range"
          hidden
          data-for={name}
          aria-label={option.name[language]}
          {...{ min, max, step }}
          defaultValue={value}
          className="shop-range min-w-0 grow"
        />
      </div>
    </div>
  )
}

function ChoiceInput({ option, own, cycle, ways, id, name, value, isWrong, extra }: OptionInputProps) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <fieldset className="space-y-2" aria-describedby={isWrong ? `${id}-help ${id}-error` : `${id}-help`}>
      <legend className="float-start font-medium">{option.name[language]}</legend>
      <div className="flex">{extra}</div>
      <p id={`${id}-help`} className="text-muted clear-both text-sm">
        {option.help[language]}
      </p>
      <div className="grid gap-2 sm:grid-cols-3">
        {option.choices.map((choice, place) => {
          const price = own.choices[choice.id]?.[cycle]
          return (
            <label
              key={choice.id}
              className="border-line hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-accent has-disabled:text-muted flex min-h-11 items-center gap-2.5 rounded-lg border px-3 py-2 text-sm has-checked:ring-1"
            >
              <input
                type="radio"
                name={name}
                value={choice.id}
                defaultChecked={choice.id === value}
                disabled={place > 0 && !price}
                className="accent-accent size-4 shrink-0"
              />
              <span className="min-w-0 font-medium">
                {choice.name[language]}
                <span
                  className="text-muted block font-normal tabular-nums"
                  data-choice={`${option.id} ${choice.id}`}
                >
                  {place === 0 ? say("comesWith") : price ? showExtra(price, ways) : "–"}
                </span>
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

function TickInput({ option, own, cycle, ways, id, name, value, isWrong }: OptionInputProps) {
  const language = useLanguage()
  const price = own.prices[cycle]
  return (
    <label className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      <input
        id={id}
        name={name}
        type="checkbox"
        value="yes"
        defaultChecked={value === "yes"}
        aria-invalid={isWrong || undefined}
        className="accent-accent mt-0.5 size-5"
      />
      <span>
        <span className="block font-medium">{option.name[language]}</span>
        <span className="text-muted block text-sm">{option.help[language]}</span>
      </span>
      <span
        className="text-sm font-semibold tabular-nums max-sm:col-start-2 sm:text-end"
        data-tick={option.id}
      >
        {price ? showExtra(price, ways) : ""}
      </span>
    </label>
  )
}
