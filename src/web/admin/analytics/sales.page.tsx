import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { salesUnits } from "#analytics/contract"
import type { WireMoney } from "#kit/money.ts"
import { formatAmount, formatDay, formatMonth } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { Chart } from "../../ui/chart.tsx"
import { heightsOf } from "../../ui/chart-scale.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { FilterChoice, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount } from "../../ui/texts.tsx"
import { PlanRanking } from "./plan-ranking.tsx"
import { words } from "./sales.words.ts"
import { readSalesWish } from "./sales-wish.ts"

export function loader(args: LoaderFunctionArgs) {
  const wish = readSalesWish(readPage(args.request).search)
  // The units come with the figures: the contract would weigh more in the browser than the whole page.
  return servePage(args, async ({ api }) => ({ ...(await api.analytics.sales.get(wish)), units: salesUnits }))
}

type Sales = Awaited<ReturnType<typeof loader>>

export default function SalesPage() {
  const say = useWords(words)
  const { by, units, currencies, plans } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/figures", label: say("figures") }}>
        {say("lead")}
      </PageHeader>
      <Filters exportPath="/admin/export/sales">
        <FilterChoice
          name="by"
          label={say("by")}
          shown={by}
          options={units.map((unit) => ({ value: unit, label: say(`by.${unit}`) }))}
        />
      </Filters>
      {currencies.length === 0 ? (
        <EmptyState title={say("none")} icon="chart">
          {say("noneHelp")}
        </EmptyState>
      ) : null}
      {currencies.map((one) => (
        <OfCurrency key={one.currency} sales={one} />
      ))}
      <PlanRanking plans={plans} />
    </Main>
  )
}

function OfCurrency({ sales: { currency, periods, total } }: { sales: Sales["currencies"][number] }) {
  const say = useWords(words)
  const sayPeriod = usePeriod()
  const title = say("net", { currency })
  return (
    <Card title={title}>
      <SalesChart periods={periods} />
      <DataTable
        caption={title}
        page={{ items: periods.toReversed(), next: null }}
        total={{ period: "total", ...total }}
        rowKey={({ period }) => period}
        empty={say("none")}
        columns={[
          {
            key: "period",
            label: say("period"),
            cell: ({ period }) => (period === "total" ? say("total") : sayPeriod(period)),
          },
          sum("invoiced", say("invoiced"), true),
          sum("credited", say("credited"), true),
          sum("net", say("sales")),
          sum("tax", say("tax"), true),
          sum("gross", say("gross")),
          {
            key: "papers",
            label: say("papers"),
            isNumber: true,
            isWide: true,
            cell: ({ invoices, creditNotes }) => say("papersOf", { invoices, creditNotes }),
          },
        ]}
      />
    </Card>
  )
}

type Row = Sales["currencies"][number]["periods"][number]
type Sum = "invoiced" | "credited" | "net" | "tax" | "gross"

function sum(key: Sum, label: string, isWide = false) {
  return { key, label, isNumber: true, isWide, cell: (row: Row) => <Amount value={row[key]} /> }
}

function SalesChart({ periods }: { periods: readonly Row[] }) {
  const say = useWords(words)
  const language = useLanguage()
  const sayPeriod = usePeriod()
  const sums = periods.map(({ net }) => net)
  const first: WireMoney = sums[0] ?? { minor: "0", currency: "KRW" }
  return (
    <Chart
      kind="bars"
      isTold
      title={say("byPeriod")}
      places={periods.map(({ period }) => sayPeriod(period))}
      placeName={say("period")}
      sayAxis={(minor) => formatAmount({ ...first, minor: String(Math.round(minor)) }, language)}
      series={[
        {
          name: say("sales"),
          values: heightsOf(sums),
          texts: sums.map((one) => formatAmount(one, language)),
        },
      ]}
    />
  )
}

/** "2026-11-21", "2026-11" or "2026", as the reader writes it. */
function usePeriod(): (period: string) => string {
  const say = useWords(words)
  const language = useLanguage()
  return (period) => {
    if (period.length === "2026-11-21".length) return formatDay(period, language)
    if (period.length === "2026-11".length) return formatMonth(period, language)
    return say("year", { year: period })
  }
}

export { PageError as ErrorBoundary }
