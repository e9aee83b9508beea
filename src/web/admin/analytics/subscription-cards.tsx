import { Link } from "react-router"
import type { WireMoney } from "#kit/money.ts"
import { formatAmount, formatNumber } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { StatCard } from "../../ui/stat-card.tsx"
import { Amount } from "../../ui/texts.tsx"
import { words } from "./subscription-figures.words.ts"

interface Recurring {
  readonly mrr: WireMoney
  readonly arr: WireMoney
}

export interface CardFigures {
  readonly recurring: readonly {
    readonly currency: string
    readonly active: Recurring
    readonly withPastDue: Recurring
  }[]
  readonly active: number
  readonly pastDue: number
  readonly users: number
}

/** The four figures everybody asks for first. Each currency by itself: nothing is converted. */
export function SubscriptionCards({ figures }: { figures: CardFigures }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Revenue part="mrr" figures={figures} />
      <Revenue part="arr" figures={figures} />
      <StatCard label={say("active")} value={formatNumber(figures.active, language)}>
        {figures.pastDue > 0 ? (
          <Link className="underline" to="/admin/dunning">
            {say("pastDue", { count: figures.pastDue })}
          </Link>
        ) : (
          say("pastDue", { count: figures.pastDue })
        )}
      </StatCard>
      <StatCard label={say("users")} value={formatNumber(figures.users, language)}>
        {say("usersHelp")}
      </StatCard>
    </div>
  )
}

function Revenue({ part, figures }: { part: "mrr" | "arr"; figures: CardFigures }) {
  const say = useWords(words)
  const language = useLanguage()
  const { recurring } = figures
  const value = recurring.map((one) => (
    <span key={one.currency} className="block">
      <Amount value={one.active[part]} />
    </span>
  ))
  return (
    <StatCard label={say(part)} value={recurring.length === 0 ? say("nothing") : value}>
      {recurring
        .filter((one) => one.withPastDue[part].minor !== one.active[part].minor)
        .map((one) => (
          <span key={one.currency} className="block">
            {say("withPastDue", { amount: formatAmount(one.withPastDue[part], language) })}
          </span>
        ))}
    </StatCard>
  )
}
