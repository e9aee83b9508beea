import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { words } from "../../ui/order.words.ts"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Amount, Moment } from "../../ui/texts.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.orders.list(readPage(args.request).page))
}

export default function OrdersPage() {
  const say = useWords(words)
  const page = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} />
      <DataTable
        caption={say("caption")}
        page={page}
        rowKey={(order) => order.id}
        empty={say("none")}
        columns={[
          {
            key: "number",
            label: say("number"),
            cell: (order) => (
              <Link
                className="text-accent whitespace-nowrap underline"
                to={`/orders/${order.id}`}
                reloadDocument
              >
                {order.number}
              </Link>
            ),
          },
          {
            key: "createdAt",
            label: say("createdAt"),
            isOrder: true,
            cell: (order) => <Moment at={order.createdAt} />,
            isWide: true,
          },
          {
            key: "state",
            label: say("state"),
            cell: (order) => <StateBadge kind="order" state={order.state} />,
          },
          {
            key: "total",
            label: say("total"),
            cell: (order) => <Amount value={order.total} />,
            isNumber: true,
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
