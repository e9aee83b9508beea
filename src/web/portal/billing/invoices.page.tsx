import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { words } from "../../ui/billing.words.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Amount, Day } from "../../ui/texts.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api }) => {
    const [page, open, billed] = await Promise.all([
      api.billing.invoices.list(readPage(args.request).page),
      api.billing.paymentRequests.list({ state: "open", limit: 20 }),
      api.billing.paymentRequests.list({ state: "billed", limit: 20 }),
    ])
    const toPay = [...open.items, ...billed.items].sort((a, b) => a.dueOn.localeCompare(b.dueOn))
    return { page, toPay }
  })
}

export default function InvoicesPage() {
  const say = useWords(words)
  const { page, toPay } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          <ButtonLink look="secondary" to="/portal/statement">
            {say("statement")}
          </ButtonLink>
        }
      />
      {toPay.length > 0 ? <ToPay requests={toPay} /> : null}
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
            cell: (invoice) => <StateBadge kind="invoice" state={invoice.standing} dueOn={invoice.dueOn} />,
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

type Request = Awaited<ReturnType<typeof loader>>["toPay"][number]

/** What waits for a payment, soonest first: also what has no invoice yet. */
function ToPay({ requests }: { requests: readonly Request[] }) {
  const say = useWords(words)
  return (
    <Card title={say("toPay")}>
      <ul className="divide-line -my-1 divide-y text-sm">
        {requests.map((request) => (
          <li key={request.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0">
              <Link className="text-accent underline" to={`/portal/requests/${request.id}`}>
                {request.number}
              </Link>{" "}
              <StateBadge kind="request" state={request.state} dueOn={request.dueOn} />
              <span className="text-muted block">
                {say("dueOn")} <Day on={request.dueOn} />
              </span>
            </span>
            <Amount value={request.left} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

export { PageError as ErrorBoundary }
