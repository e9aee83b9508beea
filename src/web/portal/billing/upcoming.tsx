import type { WireMoney } from "#kit/money.ts"
import { formatMonth } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { Icon } from "../../ui/icon.tsx"
import { Amount, Breakable, Day } from "../../ui/texts.tsx"
import { words } from "./ahead.words.ts"

export interface Charge {
  readonly subscriptionId: string
  readonly words: { readonly en: string; readonly ko: string }
  readonly dueOn: string
  readonly amount: WireMoney
}

/** A year ahead, month by month, each with its sum. */
export function Upcoming({ charges }: { charges: readonly Charge[] }) {
  const say = useWords(words)
  const language = useLanguage()
  const months = [...Map.groupBy(charges, (charge) => charge.dueOn.slice(0, 7))]
  return (
    <Card title={say("upcoming")}>
      <p className="text-muted text-sm">{charges.length === 0 ? say("noUpcoming") : say("upcomingHelp")}</p>
      <div className="space-y-1">
        {months.map(([month, ofMonth], index) => (
          <details key={month} open={index === 0} className="group border-line rounded-box border">
            <summary className="shop-plain hover:bg-raised rounded-box flex min-h-10 cursor-pointer flex-wrap items-center justify-between gap-x-4 px-3 py-1 text-sm">
              <span className="font-medium">{formatMonth(month, language)}</span>
              <span className="ms-auto flex flex-wrap gap-x-3">
                {sums(ofMonth).map((sum) => (
                  <Amount key={sum.currency} value={sum} />
                ))}
              </span>
              <Icon name="down" className="text-muted size-4 transition-transform group-open:rotate-180" />
            </summary>
            <ul className="divide-line border-line divide-y border-t px-3">
              {ofMonth.map((charge) => (
                <li
                  key={`${charge.subscriptionId} ${charge.dueOn}`}
                  className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-2 text-sm"
                >
                  <span className="min-w-0 grow basis-full break-words sm:basis-auto">
                    <Breakable text={charge.words[language]} />
                  </span>
                  <span className="text-muted text-xs">
                    <Day on={charge.dueOn} />
                  </span>
                  <Amount value={charge.amount} />
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </Card>
  )
}

export function sums(charges: readonly Pick<Charge, "amount">[]): WireMoney[] {
  return [...Map.groupBy(charges, ({ amount }) => amount.currency)].map(([currency, ofOne]) => ({
    currency,
    minor: ofOne.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n).toString(),
  }))
}
