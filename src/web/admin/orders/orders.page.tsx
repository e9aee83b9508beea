import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage, textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { readSpan, withSpan } from "../../span.ts"
import { Badge } from "../../ui/badge.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, Filters, FilterText } from "../../ui/filters.tsx"
import { FilterPeriod } from "../../ui/kept-period.tsx"
import { Main } from "../../ui/main.tsx"
import { words } from "../../ui/order.words.ts"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { readState, StateBadge, useStateOptions } from "../../ui/state-badge.tsx"
import { Amount, Moment } from "../../ui/texts.tsx"
import { nameCustomer } from "../name-customer.ts"
import { AdminPick } from "../picks.tsx"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => ({
    page: await services.api.orders.list({
      ...page,
      ...readSpan(withSpan(search, services)),
      state: readState("order", search.get("state")),
      accountId: textFilter(search, "account"),
      number: textFilter(search, "number"),
    }),
    customer: await nameCustomer(services, search.get("account")),
  }))
}

export default function OrdersPage() {
  const say = useWords(words)
  const { page, customer } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} />
      <Filters exportPath="/admin/export/orders">
        <FilterText name="number" label={say("number")} />
        <FilterChoice name="state" label={say("state")} options={useStateOptions("order")} />
        <AdminPick name="account" label={say("account")} of="customer" chosen={customer} />
        <FilterPeriod label={say("createdAt")} />
      </Filters>
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
              <Link className="text-accent whitespace-nowrap underline" to={`/admin/orders/${order.id}`}>
                {order.number}
              </Link>
            ),
          },
          { key: "account", label: say("account"), cell: (order) => order.accountName, isBelow: true },
          {
            key: "createdAt",
            label: say("createdAt"),
            isOrder: true,
            cell: (order) => <Moment at={order.createdAt} />,
            isWide: true,
          },
          {
            key: "paidAt",
            label: say("paidAt"),
            cell: (order) => <Moment at={order.paidAt} />,
            isWide: true,
            isExtra: true,
          },
          {
            key: "items",
            label: say("items"),
            cell: (order) => order.items.map((item) => item.hostname).join(", "),
            isWide: true,
          },
          {
            key: "state",
            label: say("state"),
            cell: (order) => (
              <span className="flex flex-wrap gap-1">
                <StateBadge kind="order" state={order.state} />
                {order.needsAttention ? <Badge tone="bad">{say("attention")}</Badge> : null}
              </span>
            ),
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
