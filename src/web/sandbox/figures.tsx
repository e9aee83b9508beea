import { formatAmount, formatNumber } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { Card } from "../ui/card.tsx"
import { Chart } from "../ui/chart.tsx"
import { Donut } from "../ui/donut.tsx"
import { StatCard } from "../ui/stat-card.tsx"
import { Section } from "./section.tsx"
import { words } from "./words.ts"

const places = Array.from({ length: 14 }, (_, index) => `${index + 1}`)
const orders = [3, 5, 2, 8, 6, 7, 4, 9, 12, 8, 10, 11, 7, 14]
const renewals = [8, 7, 9, 8, 11, 10, 12, 11, 13, 12, 14, 13, 15, 16]

export function Figures() {
  const say = useWords(words)
  const language = useLanguage()
  const texts = (values: readonly number[]) => values.map((value) => formatNumber(value, language))
  const shared = { places, placeName: say("day"), sayAxis: (value: number) => formatNumber(value, language) }
  const series = [
    { name: say("renewals"), values: renewals, texts: texts(renewals) },
    { name: say("newOnes"), values: orders, texts: texts(orders) },
  ]
  return (
    <Section title={say("figures")}>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <StatCard
          label={say("orders")}
          value="14"
          spark={orders}
          trend={{ percent: 100, than: say("thanYesterday") }}
        />
        <StatCard
          label={say("revenue")}
          value={formatAmount({ minor: "154000", currency: "KRW" }, language)}
          spark={renewals}
          trend={{ percent: -12, than: say("thanYesterday") }}
        />
        <StatCard label={say("active")} value="128" trend={{ percent: 0, than: say("thanYesterday") }} />
        <StatCard label={say("waiting")} value="–" />
      </div>
      <div className="grid gap-3 lg:grid-cols-2">
        <Card>
          <Chart kind="bars" title={say("ordersByDay")} series={series.slice(1)} {...shared} />
        </Card>
        <Card>
          <Chart kind="bars" title={say("byKind")} series={series} {...shared} />
        </Card>
        <Card>
          <Chart kind="lines" title={say("revenue")} series={series} {...shared} />
        </Card>
        <Card>
          <Donut
            title={say("byState")}
            total="150"
            slices={[
              { name: say("active"), value: 128, text: "128" },
              { name: say("building"), value: 12, text: "12" },
              { name: say("broken"), value: 10, text: "10" },
            ]}
          />
        </Card>
      </div>
    </Section>
  )
}
