import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { countriesIn } from "../../storefront/orders/countries.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { FilterChoice, FilterDay, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { EuSalesCard } from "./eu-sales.tsx"
import { words } from "./report.words.ts"
import type { TaxReport as Report, TaxReportPage } from "./report-facts.ts"
import { readTaxPeriod } from "./report-filter.ts"
import { TaxTable } from "./report-table.tsx"

export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  return servePage(args, async ({ api, language }): Promise<TaxReportPage> => {
    const report = await api.billing.taxReport.get(readTaxPeriod(search))
    const { sales: euSales } = await api.billing.taxReport.euSales()
    const places = new Set(report.currencies.flatMap(({ rows }) => rows.map(({ country }) => country)))
    return { report, euSales, countries: countriesIn(language).filter(({ code }) => places.has(code)) }
  })
}

export default function ReportPage() {
  const say = useWords(words)
  const { report, euSales, countries } = useLoaderData<TaxReportPage>()
  const address = addressOf(report)
  return (
    <Main>
      <PageHeader
        title={say("title")}
        up={{ to: "/admin/ledger", label: say("back") }}
        actions={
          <>
            <ButtonLink look="secondary" size="small" to={`/admin/ledger/tax/sales-list?${address}`}>
              {say("salesList")}
            </ButtonLink>
            <ButtonLink look="secondary" size="small" to={`/admin/ledger/tax/documents?${address}`}>
              {say("allDocuments")}
            </ButtonLink>
          </>
        }
      >
        {say("lead")}
      </PageHeader>
      <Periods report={report} />
      {euSales ? <EuSalesCard sales={euSales} /> : null}
      <Filters exportPath="/admin/export/tax-report">
        <FilterDay name="from" label={say("from")} shown={report.from} />
        <FilterDay name="until" label={say("until")} shown={report.until} />
        {report.legalEntities.length > 1 ? (
          <FilterChoice
            name="legalEntity"
            label={say("legalEntity")}
            shown={report.legalEntity}
            options={report.legalEntities.map((id) => ({ value: id, label: id }))}
          />
        ) : null}
      </Filters>
      {report.isWhole ? null : <Banner tone="warn">{say("notWhole")}</Banner>}
      {report.currencies.length === 0 ? (
        <EmptyState title={say("none")} icon="invoice">
          {say("noneHelp")}
        </EmptyState>
      ) : null}
      {report.currencies.map((one) => (
        <InBooks key={one.currency} {...{ one, report }} />
      ))}
      {report.currencies.map((one) => (
        <TaxTable key={one.currency} {...{ one, report, countries, address }} />
      ))}
    </Main>
  )
}

/** The days that are shown, for what lies behind them: a named period goes on as its days. */
function addressOf({ from, until, legalEntity, legalEntities }: Report): string {
  const search = new URLSearchParams({ from, until })
  if (legalEntities.length > 1) search.set("legalEntity", legalEntity)
  return search.toString()
}

function Periods({ report }: { report: Report }) {
  const say = useWords(words)
  const [search] = useSearchParams()
  const names = ["month", "lastMonth", "quarter", "lastQuarter", "year"] as const
  return (
    <nav aria-label={say("periods")} className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
      {names.map((name) => {
        const to = new URLSearchParams({ period: report.periods[name] })
        const legalEntity = search.get("legalEntity")
        if (legalEntity) to.set("legalEntity", legalEntity)
        const isShown = report.period === report.periods[name]
        return (
          <Link
            key={name}
            to={`?${to}`}
            aria-current={isShown ? "true" : undefined}
            className={isShown ? "text-ink font-semibold no-underline" : "text-accent underline"}
          >
            {say(name)}
          </Link>
        )
      })}
    </nav>
  )
}

function InBooks({ one, report }: { one: Report["currencies"][number]; report: Report }) {
  const say = useWords(words)
  const language = useLanguage()
  const { currency, books } = one
  const [documents, ledger, difference] = [books.documents, books.ledger, books.difference].map((value) =>
    formatAmount(value, language),
  )
  if (books.difference.minor === "0") {
    return <Banner tone="good">{say("agrees", { currency, amount: ledger ?? "" })}</Banner>
  }
  const to = new URLSearchParams({ account: "tax:payable", currency, from: report.from, on: report.until })
  return (
    <Banner tone="bad">
      {say("differs", {
        currency,
        documents: documents ?? "",
        ledger: ledger ?? "",
        difference: difference ?? "",
      })}{" "}
      <Link className="underline" to={`/admin/ledger/entries?${to}`}>
        {say("looksUp")}
      </Link>
    </Banner>
  )
}

export { PageError as ErrorBoundary }
