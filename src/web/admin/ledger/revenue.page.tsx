import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { formatMonth } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount } from "../../ui/texts.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.revenue.months({}))
}

export default function RevenuePage() {
  const say = useWords(words)
  const { items } = useLoaderData<typeof loader>()
  const currencies = [...Map.groupBy(items, (one) => one.currency)]
  return (
    <Main>
      <PageHeader title={say("revenueTitle")} up={{ to: "/admin/ledger", label: say("back") }}>
        {say("revenueLead")}
      </PageHeader>
      {currencies.length === 0 ? <Months currency={null} items={[]} /> : null}
      {currencies.map(([currency, months]) => (
        <section key={currency} aria-labelledby={`in-${currency}`} className="space-y-2">
          {currencies.length > 1 ? (
            <h2 id={`in-${currency}`} className="text-lg font-semibold">
              {currency}
            </h2>
          ) : null}
          <Months currency={currency} items={months} />
        </section>
      ))}
    </Main>
  )
}

type Month = Awaited<ReturnType<typeof loader>>["items"][number]

/** Of one currency: amounts of two can't be read down a column. */
function Months({ currency, items }: { currency: string | null; items: readonly Month[] }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <DataTable
      caption={currency === null ? say("revenueTitle") : `${say("revenueTitle")}, ${currency}`}
      page={{ items, next: null }}
      rowKey={(one) => one.month}
      empty={say("noRevenue")}
      emptyHelp={say("noRevenueHelp")}
      emptyIcon="calendar"
      columns={[
        { key: "month", label: say("month"), cell: (one) => formatMonth(one.month, language) },
        {
          key: "earned",
          label: say("earned"),
          cell: (one) => <Amount value={one.earned} />,
          isNumber: true,
        },
        {
          key: "deferred",
          label: say("deferredAtEnd"),
          cell: (one) => <Amount value={one.deferred} />,
          isNumber: true,
        },
      ]}
    />
  )
}

export { PageError as ErrorBoundary }
