import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "../../ui/quote.words.ts"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Amount, Day } from "../../ui/texts.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.paperwork.quotes.list(readPage(args.request).page))
}

export default function QuotesPage() {
  const say = useWords(words)
  const page = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} />
      <DataTable
        caption={say("title")}
        page={page}
        rowKey={(quote) => quote.id}
        empty={say("none")}
        emptyHelp={say("noneHelp")}
        columns={[
          {
            key: "number",
            label: say("number"),
            cell: (quote) => (
              <Link className="text-accent whitespace-nowrap underline" to={`/portal/quotes/${quote.id}`}>
                {quote.number}
              </Link>
            ),
          },
          {
            key: "state",
            label: say("state"),
            cell: (quote) => <StateBadge kind="quote" state={quote.state} />,
          },
          {
            key: "validUntil",
            label: say("validUntil"),
            cell: (quote) => <Day on={quote.validUntil} />,
            isWide: true,
          },
          {
            key: "total",
            label: say("total"),
            cell: (quote) => <Amount value={quote.total} />,
            isNumber: true,
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
