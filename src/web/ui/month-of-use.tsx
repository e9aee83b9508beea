import type { WireMoney } from "#kit/money.ts"
import { groupDigits } from "#kit/spelling.ts"
import { formatAmount, formatDay } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { Card } from "./card.tsx"
import { words } from "./meter.words.ts"
import { MeterLines, type MeterPrices } from "./meter-lines.tsx"

export interface UsedMonth {
  readonly from: string | null
  readonly to: string | null
  readonly meters: readonly (MeterPrices & {
    readonly used: string
    readonly running: number
    readonly amount: WireMoney
    readonly steps: readonly string[]
  })[]
}

/** What was used in the month that runs, and what it comes to so far, step by step. */
export function MonthOfUse({ month }: { readonly month: UsedMonth }) {
  const say = useWords(words)
  const language = useLanguage()
  const day = (text: string | null) => (text ? formatDay(text, language) : "")
  const [first] = month.meters
  if (!first) return null
  return (
    <Card title={say("month")}>
      <p className="text-muted text-sm">
        {say("monthSpan", { from: day(month.from), until: day(month.to) })}
      </p>
      <ul className="divide-line divide-y">
        {month.meters.map((meter) => (
          <li key={meter.id} className="space-y-1 py-3">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{meter.name[language]}</span>
              <span className="tabular-nums">
                {say("costNow", { amount: formatAmount(meter.amount, language) })}
              </span>
            </p>
            <p className="text-sm tabular-nums">
              {meter.included === "0"
                ? say("usedAll", { used: groupDigits(meter.used), unit: meter.unit[language] })
                : say("used", {
                    used: groupDigits(meter.used),
                    included: groupDigits(meter.included),
                    unit: meter.unit[language],
                  })}
              {meter.running > 0 ? ` · ${say("running", { count: meter.running })}` : ""}
            </p>
            {meter.steps.map((step) => (
              <p key={step} className="text-muted text-sm tabular-nums">
                {step}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <MeterLines meters={month.meters} currency={first.amount.currency} />
    </Card>
  )
}
