import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { FilterDay, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount, Code } from "../../ui/texts.tsx"
import { words } from "./report.words.ts"
import { readTaxPeriod } from "./report-filter.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  const { limit, after } = page
  return servePage(args, ({ api }) =>
    api.billing.taxReport.salesList({ ...readTaxPeriod(search), limit, after }),
  )
}

export default function SalesListPage() {
  const say = useWords(words)
  const language = useLanguage()
  const [search] = useSearchParams()
  const { from, until, ...sales } = useLoaderData<typeof loader>()
  const days = { from: formatDay(from, language), until: formatDay(until, language) }
  return (
    <Main>
      <PageHeader
        title={say("salesList")}
        up={{ to: `/admin/ledger/tax?${search}`, label: say("backReport") }}
      >
        {say("salesListLead", days)}
      </PageHeader>
      <Filters exportPath="/admin/export/tax-sales-list">
        <FilterDay name="from" label={say("from")} shown={from} />
        <FilterDay name="until" label={say("until")} shown={until} />
      </Filters>
      <DataTable
        caption={say("salesList")}
        page={sales}
        rowKey={({ vatNumber, net }) => `${vatNumber} ${net.currency}`}
        empty={say("noSales")}
        emptyHelp={say("noSalesHelp")}
        emptyIcon="invoice"
        columns={[
          { key: "vatNumber", label: say("vatNumber"), cell: ({ vatNumber }) => <Code>{vatNumber}</Code> },
          { key: "net", label: say("net"), cell: ({ net }) => <Amount value={net} />, isNumber: true },
          {
            key: "documents",
            label: say("documents"),
            cell: ({ invoices, creditNotes }) => say("documentsOf", { invoices, creditNotes }),
            isWide: true,
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
