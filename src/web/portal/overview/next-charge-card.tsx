import { Link } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { Amount, Breakable, Day } from "../../ui/texts.tsx"
import { sums } from "../billing/upcoming.tsx"
import type { NextCharge } from "./next-charge.ts"
import { words } from "./words.ts"

const MOST_SHOWN = 3

/** When money is asked for next, how much and what for; the year ahead is on the subscriptions' page. */
export function NextChargeCard({ next }: { next: NextCharge }) {
  const say = useWords(words)
  const language = useLanguage()
  const { dueOn, charges } = next
  const rest = charges.length - MOST_SHOWN
  return (
    <Card
      title={say("nextCharge")}
      aside={
        <Link className="text-accent text-sm underline" to="/portal/subscriptions">
          {say("more")}
        </Link>
      }
    >
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Day on={dueOn} />
        <span className="flex flex-wrap gap-x-3 text-lg font-semibold">
          {sums(charges).map((sum) => (
            <Amount key={sum.currency} value={sum} />
          ))}
        </span>
      </p>
      <ul className="text-muted text-sm">
        {charges.slice(0, MOST_SHOWN).map((charge) => (
          <li key={charge.subscriptionId} className="break-words">
            <Breakable text={charge.words[language]} />
          </li>
        ))}
        {rest > 0 ? <li>{say("moreCharges", { count: rest })}</li> : null}
      </ul>
    </Card>
  )
}
