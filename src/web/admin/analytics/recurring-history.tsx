import type { WireMoney } from "#kit/money.ts"
import { formatAmount, formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { Chart } from "../../ui/chart.tsx"
import { heightsOf } from "../../ui/chart-scale.ts"
import { words } from "./subscription-figures.words.ts"

interface Line {
  readonly currency: string
  readonly points: readonly { readonly day: string; readonly count: number; readonly mrr: WireMoney }[]
}

/** How it got here: a chart for each currency, for sums of two can't stand on one axis. */
export function RecurringHistory({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <div className={lines.length > 1 ? "grid items-start gap-4 lg:grid-cols-2" : undefined}>
      {lines.map((line) => (
        <OfCurrency key={line.currency} {...line} />
      ))}
    </div>
  )
}

function OfCurrency({ currency, points }: Line) {
  const say = useWords(words)
  const language = useLanguage()
  const sums = points.map(({ mrr }) => mrr)
  const first: WireMoney = sums[0] ?? { minor: "0", currency: "KRW" }
  const title = say("history", { currency })
  if (points.length < 2) {
    return (
      <Card title={title}>
        <p className="text-muted text-sm">{say("historySoon")}</p>
      </Card>
    )
  }
  return (
    <Card title={title}>
      <Chart
        kind="lines"
        title={say("historyLead")}
        places={points.map(({ day }) => formatDay(day, language))}
        placeName={say("day")}
        sayAxis={(minor) => formatAmount({ ...first, minor: String(Math.round(minor)) }, language)}
        series={[
          {
            name: say("mrr"),
            values: heightsOf(sums),
            texts: sums.map((one) => formatAmount(one, language)),
          },
        ]}
      />
    </Card>
  )
}
