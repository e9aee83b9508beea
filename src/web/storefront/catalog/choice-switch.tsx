import { Link } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { useRoot } from "../../use-root.ts"
import { type Choice, type Cycle, choiceQuery } from "./offer.ts"
import { words } from "./words.ts"

/** Term and currency are links: the address holds the choice, and no script is needed. */
export function ChoiceSwitch({ choice, cycles }: { choice: Choice; cycles: readonly Cycle[] }) {
  const say = useWords(words)
  const currencies = useRoot()?.shop.currencies ?? []
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-3">
      <Options
        label={say("cycle")}
        options={cycles.map((cycle) => ({
          key: cycle,
          label: say(cycle),
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
  readonly to: string
  readonly isChosen: boolean
}

function Options({ label, options }: { label: string; options: readonly Option[] }) {
  if (options.length < 2) return null
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2 text-sm">
      <span className="text-muted" aria-hidden="true">
        {label}
      </span>
      <ul className="border-line-strong rounded-box flex overflow-hidden border">
        {options.map((option) => (
          <li key={option.key}>
            <Link
              to={option.to}
              aria-current={option.isChosen ? "true" : undefined}
              className="hover:bg-raised aria-[current=true]:bg-accent aria-[current=true]:text-accent-ink block px-3 py-2 no-underline -outline-offset-2 focus-visible:outline-inherit"
            >
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
