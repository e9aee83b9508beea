import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { words } from "../../ui/billing.words.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Amount, Day } from "../../ui/texts.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.billing.invoices.list(readPage(args.request).page))
}

export default function InvoicesPage() {
  const say = useWords(words)
  const page = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} />
      <DataTable
        caption={say("caption")}
        page={page}
        rowKey={(invoice) => invoice.id}
        empty={say("none")}
        emptyHelp={say("noneHelp")}
        columns={[
          {
            key: "number",
            label: say("number"),
            cell: (invoice) => (
              <Link className="text-accent whitespace-nowrap underline" to={`/portal/invoices/${invoice.id}`}>
                {invoice.number}
              </Link>
            ),
          },
          {
            key: "issuedOn",
            label: say("issuedOn"),
            cell: (invoice) => <Day on={invoice.issuedOn} />,
            isOrder: true,
          },
          {
            key: "state",
            label: say("state"),
            cell: (invoice) => <StateBadge kind="invoice" state={invoice.state} />,
            isWide: true,
          },
          {
            key: "total",
            label: say("total"),
            cell: (invoice) => <Amount value={invoice.total} />,
            isNumber: true,
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
