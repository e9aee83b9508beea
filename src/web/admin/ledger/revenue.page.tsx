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
  const language = useLanguage()
  const { items } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("revenueTitle")} up={{ to: "/admin/ledger", label: say("back") }}>
        {say("revenueLead")}
      </PageHeader>
      <DataTable
        caption={say("revenueTitle")}
        page={{ items, next: null }}
        rowKey={(one) => `${one.month} ${one.currency}`}
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
    </Main>
  )
}

export { PageError as ErrorBoundary }
