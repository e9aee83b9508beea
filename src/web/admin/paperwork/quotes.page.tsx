import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage, textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, Filters, FilterText } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "../../ui/quote.words.ts"
import { readState, StateBadge, useStateOptions } from "../../ui/state-badge.tsx"
import { Amount, Day, Moment } from "../../ui/texts.tsx"
import { nameCustomer } from "../name-customer.ts"
import { AdminPick } from "../picks.tsx"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => ({
    page: await services.api.paperwork.quotes.list({
      ...page,
      number: textFilter(search, "number"),
      accountId: textFilter(search, "account"),
      state: readState("quote", search.get("state")),
    }),
    customer: await nameCustomer(services, search.get("account")),
  }))
}

export default function QuotesPage() {
  const say = useWords(words)
  const { page, customer } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} />
      <Filters exportPath="/admin/export/quotes">
        <FilterText name="number" label={say("number")} />
        <AdminPick name="account" label={say("account")} of="customer" chosen={customer} />
        <FilterChoice name="state" label={say("state")} options={useStateOptions("quote")} />
      </Filters>
      <DataTable
        caption={say("title")}
        page={page}
        rowKey={(quote) => quote.id}
        empty={say("none")}
        emptyHelp={say("noneHelpStaff")}
        columns={useColumns()}
      />
    </Main>
  )
}

type Quote = Awaited<ReturnType<typeof loader>>["page"]["items"][number]

function useColumns(): Column<Quote>[] {
  const say = useWords(words)
  return [
    {
      key: "number",
      label: say("number"),
      cell: (quote) => (
        <Link className="text-accent whitespace-nowrap underline" to={`/admin/quotes/${quote.id}`}>
          {quote.number ?? say("draft")}
        </Link>
      ),
    },
    {
      key: "state",
      label: say("state"),
      cell: (quote) => <StateBadge kind="quote" state={quote.state} />,
    },
    {
      key: "account",
      label: say("account"),
      cell: (quote) => (
        <Link className="text-accent underline" to={`/admin/customers/${quote.accountId}`}>
          {quote.accountName}
        </Link>
      ),
      isBelow: true,
    },
    {
      key: "madeAt",
      label: say("madeAt"),
      cell: (quote) => <Moment at={quote.createdAt} />,
      isOrder: true,
      isWide: true,
    },
    {
      key: "validUntil",
      label: say("validUntil"),
      cell: (quote) => <Day on={quote.validUntil} />,
      isWide: true,
    },
    {
      key: "because",
      label: say("because"),
      cell: (quote) => quote.declinedBecause ?? "–",
      isWide: true,
      isExtra: true,
    },
    { key: "total", label: say("total"), cell: (quote) => <Amount value={quote.total} />, isNumber: true },
  ]
}

export { PageError as ErrorBoundary }
