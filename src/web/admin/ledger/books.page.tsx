import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { ColumnHead } from "../../ui/column-head.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { FilterDay, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount } from "../../ui/texts.tsx"
import { useAccountName } from "./account-name.tsx"
import { Proof } from "./proof.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  return servePage(args, ({ api }) =>
    api.ledger.trialBalance.get({ from: textFilter(search, "from"), on: textFilter(search, "on") }),
  )
}

type Books = Awaited<ReturnType<typeof loader>>
type InCurrency = Books["currencies"][number]

export default function BooksPage() {
  const say = useWords(words)
  const books = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          <>
            <ButtonLink look="secondary" size="small" to="/admin/ledger/revenue">
              {say("revenueTitle")}
            </ButtonLink>
            <ButtonLink look="secondary" size="small" to="/admin/ledger/tax">
              {say("taxTitle")}
            </ButtonLink>
          </>
        }
      >
        {say("lead")}
      </PageHeader>
      <Filters exportPath="/admin/export/trial-balance">
        <FilterDay name="from" label={say("from")} shown={books.from} />
        <FilterDay name="on" label={say("on")} shown={books.on} />
      </Filters>
      <Proof books={books} />
      {books.currencies.length === 0 ? (
        <EmptyState title={say("none")} icon="chart">
          {say("noneHelp")}
        </EmptyState>
      ) : null}
      {books.currencies.map((one) => (
        <BalanceTable key={one.currency} {...{ one, books }} />
      ))}
      <Card title={say("exports")}>
        <div className="flex flex-wrap gap-2">
          {(["hledger", "beancount"] as const).map((format) => (
            <ButtonLink
              key={format}
              to={`/admin/ledger/journal/${format}`}
              look="secondary"
              icon="download"
              isDocument
            >
              {say(format === "hledger" ? "exportHledger" : "exportBeancount")}
            </ButtonLink>
          ))}
        </div>
      </Card>
    </Main>
  )
}

/** On a phone the account and what it closes with; the way there has room on a desk. */
function BalanceTable({ one, books }: { one: InCurrency; books: Books }) {
  const say = useWords(words)
  const language = useLanguage()
  const facts = {
    currency: one.currency,
    from: formatDay(books.from, language),
    on: formatDay(books.on, language),
  }
  return (
    <section className="border-line rounded-box overflow-x-auto border" aria-label={one.currency}>
      <table className="w-full border-collapse text-sm">
        <caption className="bg-raised px-3 py-2 text-start font-semibold">{say("caption", facts)}</caption>
        <thead className="bg-raised text-muted">
          <tr>
            <ColumnHead>{say("account")}</ColumnHead>
            <ColumnHead isNumber isWide>
              {say("opening")}
            </ColumnHead>
            <ColumnHead isNumber isWide>
              {say("debit")}
            </ColumnHead>
            <ColumnHead isNumber isWide>
              {say("credit")}
            </ColumnHead>
            <ColumnHead isNumber>{say("closing")}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {one.rows.map((row) => (
            <tr key={row.account} className="border-line hover:bg-raised border-t">
              <th scope="row" className="px-3 py-2 text-start font-medium">
                <AccountLink {...{ row, currency: one.currency }} />
              </th>
              <Sums row={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-line-strong border-t-2 font-semibold">
            <th scope="row" className="px-3 py-2 text-start">
              {say("total")}
            </th>
            <Sums row={one.total} />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function AccountLink({ row, currency }: { row: InCurrency["rows"][number]; currency: string }) {
  const say = useWords(words)
  const nameOf = useAccountName()
  const [search] = useSearchParams()
  const to = new URLSearchParams({ account: row.account, currency })
  for (const name of ["from", "on"]) {
    const day = search.get(name)
    if (day) to.set(name, day)
  }
  return (
    <>
      <Link className="text-accent underline" to={`/admin/ledger/entries?${to}`}>
        {nameOf(row.account)}
      </Link>
      {row.customers === null ? null : (
        <span className="text-muted block text-xs font-normal">
          {say("customers", { count: row.customers })}
        </span>
      )}
    </>
  )
}

function Sums({ row }: { row: InCurrency["total"] }) {
  return (
    <>
      {[row.opening, row.debit, row.credit].map((value, index) => (
        <td key={index} className="hidden px-3 py-2 text-end md:table-cell">
          <Amount value={value} />
        </td>
      ))}
      <td className="px-3 py-2 text-end">
        <Amount value={row.closing} />
      </td>
    </>
  )
}

export { PageError as ErrorBoundary }
