import { Link } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { useRoot } from "../../use-root.ts"
import { type Choice, type Cycle, choiceQuery } from "./offer.ts"
import { words } from "./words.ts"

export interface ChoiceSwitchProps {
  readonly choice: Choice
  readonly cycles: readonly Cycle[]
  /** What a term saves at best, in hundredths. */
  readonly savings?: Partial<Record<Cycle, number>>
}

/** Term and currency are links: the address holds the choice, and no script is needed. */
export function ChoiceSwitch({ choice, cycles, savings = {} }: ChoiceSwitchProps) {
  const say = useWords(words)
  const currencies = useRoot()?.shop.currencies ?? []
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <Options
        label={say("cycle")}
        options={cycles.map((cycle) => ({
          key: cycle,
          label: say(cycle),
          note: savings[cycle] ? `−${savings[cycle]}%` : undefined,
          to: choiceQuery({ ...choice, cycle }),
          isChosen: cycle === choice.cycle,
        }))}
      />
      <Options
        label={say("currency")}
        options={currencies.map((currency) => ({
          key: currency,
          label: currency,
          to: choiceQuery({ ...choice, currency }),
          isChosen: currency === choice.currency,
        }))}
      />
    </div>
  )
}

interface Option {
  readonly key: string
  readonly label: string
  readonly note?: string | undefined
  readonly to: string
  readonly isChosen: boolean
}

function Options({ label, options }: { label: string; options: readonly Option[] }) {
  if (options.length < 2) return null
  return (
    <nav aria-label={label} className={options.length > 3 ? "w-full sm:w-auto" : ""}>
      <ul
        className={`bg-raised gap-1 rounded-xl p-1 text-sm ${options.length > 3 ? "grid grid-cols-2 sm:inline-flex sm:flex-wrap" : "inline-flex max-w-full flex-wrap"}`}
      >
        {options.map((option) => (
          <li key={option.key}>
            <Link
              to={option.to}
              preventScrollReset
              aria-current={option.isChosen ? "true" : undefined}
              className="text-muted hover:text-ink aria-[current=true]:bg-surface aria-[current=true]:text-ink aria-[current=true]:shadow-small flex min-h-9 items-center justify-center gap-1.5 rounded-lg px-3.5 font-medium whitespace-nowrap no-underline transition-colors"
            >
              {option.label}
              {option.note ? <span className="text-good text-xs font-semibold">{option.note}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
