import type { ReactNode } from "react"
import type { WireMoney } from "#kit/money.ts"
import { formatAmount, formatDay, formatNumber } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Chart } from "../../ui/chart.tsx"
import { heightsOf } from "../../ui/chart-scale.ts"
import { Donut } from "../../ui/donut.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { words as stateWords } from "../../ui/state.words.ts"
import type { Overview } from "./figures.tsx"
import { words } from "./words.ts"

/** How it goes: a picture for orders, one for each currency, one for the services. */
export function Trends({ overview: { days, orders, invoiced, services } }: { overview: Overview }) {
  const say = useWords(words)
  const language = useLanguage()
  const places = days.map((day) => formatDay(day, language))
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <Panel>
        <Chart
          kind="bars"
          title={say("ordersByDay", { count: days.length })}
          places={places}
          placeName={say("day")}
          // Half an order says nothing.
          sayAxis={(value) => (Number.isInteger(value) ? formatNumber(value, language) : "")}
          series={[
            {
              name: say("orders"),
              values: orders,
              texts: orders.map((count) => formatNumber(count, language)),
            },
          ]}
        />
      </Panel>
      {invoiced.map(({ currency, days: sums }) => (
        <Panel key={currency}>
          <Chart
            kind="lines"
            title={say("invoicedByDay", { currency })}
            places={places}
            placeName={say("day")}
            sayAxis={(minor) => formatAmount({ ...first(sums), minor: String(Math.round(minor)) }, language)}
            series={[
              {
                name: say("invoiced"),
                values: heightsOf(sums),
                texts: sums.map((sum) => formatAmount(sum, language)),
              },
            ]}
          />
        </Panel>
      ))}
      <Panel>
        <Services services={services} />
      </Panel>
    </div>
  )
}

function first(sums: readonly WireMoney[]): WireMoney {
  return sums[0] ?? { minor: "0", currency: "KRW" }
}

function Panel({ children }: { children: ReactNode }) {
  return <section className="border-line rounded-box bg-surface border p-4 sm:p-5">{children}</section>
}

function Services({ services }: Pick<Overview, "services">) {
  const say = useWords(words)
  const sayState = useWords(stateWords)
  const language = useLanguage()
  const total = services.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return <EmptyState icon="service" title={say("noServices")} />
  const largestFirst = services.toSorted((one, other) => other.count - one.count)
  return (
    <Donut
      title={say("servicesByState")}
      total={formatNumber(total, language)}
      slices={largestFirst.map(({ state, count }) => ({
        name: sayState(`service.${state}`),
        value: count,
        text: formatNumber(count, language),
      }))}
    />
  )
}
