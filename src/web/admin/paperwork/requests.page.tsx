import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, servePage } from "../../serve-page.ts"
import { withSpan } from "../../span.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, Filters, FilterText } from "../../ui/filters.tsx"
import { PageForm } from "../../ui/form.tsx"
import { FilterPeriod } from "../../ui/kept-period.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge, useStateOptions } from "../../ui/state-badge.tsx"
import { Amount, Day, Moment } from "../../ui/texts.tsx"
import { bulkForm, bulkSelection } from "../desk/kept-bulk.tsx"
import { offerBulk, prepareBulk } from "../desk/prepare-bulk.ts"
import { nameCustomer } from "../name-customer.ts"
import { AdminPick } from "../picks.tsx"
import { purposes, readRequestFilter } from "./request-filter.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => {
    const { api, me } = services
    return {
      page: await api.billing.paymentRequests.list({
        ...page,
        ...readRequestFilter(withSpan(search, services)),
      }),
      customer: await nameCustomer(services, search.get("account")),
      acts: await offerBulk(services, "requests"),
      formKey: services.newKey(),
      canReadDrafts: me.permissions.includes("paperwork.drafts.read"),
      canReadRefunds: me.permissions.includes("payments.bank-refunds.read"),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return prepareBulk(args, "requests", (api, search, { page }) =>
    api.billing.paymentRequests.list({ ...page, ...readRequestFilter(search) }),
  )
}

export default function RequestsPage() {
  const say = useWords(words)
  const { page, customer, canReadDrafts, canReadRefunds, acts, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          <>
            {canReadDrafts ? (
              <ButtonLink look="secondary" to="/admin/requests/drafts">
                {say("drafts")}
              </ButtonLink>
            ) : null}
            {canReadRefunds ? (
              <ButtonLink look="secondary" to="/admin/requests/refunds">
                {say("refunds")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Filters exportPath="/admin/export/requests">
        <FilterText name="number" label={say("number")} />
        <AdminPick name="account" label={say("account")} of="customer" chosen={customer} />
        <FilterChoice name="state" label={say("state")} options={useStateOptions("request")} />
        <FilterChoice
          name="purpose"
          label={say("purpose")}
          options={purposes.map((value) => ({ value, label: say(`purpose.${value}`) }))}
        />
        <FilterChoice
          name="overdue"
          label={say("overdue")}
          options={[{ value: "yes", label: say("overdueOnly") }]}
        />
        <FilterPeriod label={say("madeAt")} />
      </Filters>
      <PageForm intent={bulkForm} formKey={formKey} answer={answer}>
        <DataTable
          caption={say("caption")}
          page={page}
          rowKey={(request) => request.id}
          empty={say("none")}
          emptyHelp={say("noneHelp")}
          columns={useColumns()}
          {...bulkSelection(acts, { label: ({ number }: Request) => number })}
        />
      </PageForm>
    </Main>
  )
}

type Request = Awaited<ReturnType<typeof loader>>["page"]["items"][number]

function useColumns(): Column<Request>[] {
  const say = useWords(words)
  return [
    {
      key: "number",
      label: say("number"),
      cell: (request) => (
        <Link className="text-accent whitespace-nowrap underline" to={`/admin/requests/${request.id}`}>
          {request.number}
        </Link>
      ),
    },
    {
      key: "account",
      label: say("account"),
      cell: (request) => (
        <Link className="text-accent underline" to={`/admin/customers/${request.accountId}`}>
          {request.accountName}
        </Link>
      ),
      isBelow: true,
    },
    {
      key: "state",
      label: say("state"),
      cell: (request) => <StateBadge kind="request" state={request.state} dueOn={request.dueOn} />,
      isBelow: true,
    },
    {
      key: "purpose",
      label: say("purpose"),
      cell: (request) => say(`purpose.${request.purpose}`),
      isWide: true,
    },
    {
      key: "purchaseOrder",
      label: say("purchaseOrder"),
      cell: (request) => request.purchaseOrder ?? "–",
      isWide: true,
      isExtra: true,
    },
    {
      key: "madeAt",
      label: say("madeAt"),
      cell: (request) => <Moment at={request.createdAt} />,
      isOrder: true,
      isWide: true,
    },
    { key: "dueOn", label: say("dueOn"), cell: (request) => <Day on={request.dueOn} /> },
    {
      key: "left",
      label: say("left"),
      cell: (request) => <Amount value={request.left} />,
      isNumber: true,
      isWide: true,
    },
    {
      key: "total",
      label: say("total"),
      cell: (request) => <Amount value={request.total} />,
      isNumber: true,
    },
  ]
}

export { PageError as ErrorBoundary }
