import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, servePage } from "../../serve-page.ts"
import { withSpan } from "../../span.ts"
import { words } from "../../ui/billing.words.ts"
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
import { words as ownWords } from "./invoice.words.ts"
import { readInvoiceFilter } from "./invoice-filter.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => ({
    page: await services.api.billing.invoices.list({
      ...page,
      ...readInvoiceFilter(withSpan(search, services)),
    }),
    acts: await offerBulk(services, "invoices"),
    formKey: services.newKey(),
    customer: await nameCustomer(services, search.get("account")),
    canReadRequests: services.me.permissions.includes("billing.payment-requests.read"),
    canReadQuotes: services.me.permissions.includes("paperwork.quotes.read"),
    canReadNotes: services.me.permissions.includes("billing.credit-notes.read"),
  }))
}

export function action(args: ActionFunctionArgs) {
  return prepareBulk(args, "invoices", (api, search, { page }) =>
    api.billing.invoices.list({ ...page, ...readInvoiceFilter(search) }),
  )
}

export default function InvoicesPage() {
  const say = useWords(words)
  const sayOwn = useWords(ownWords)
  const { page, customer, canReadNotes, canReadRequests, canReadQuotes, acts, formKey } =
    useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          <>
            {canReadRequests ? (
              <ButtonLink look="secondary" to="/admin/requests">
                {sayOwn("requests")}
              </ButtonLink>
            ) : null}
            {canReadQuotes ? (
              <ButtonLink look="secondary" to="/admin/quotes">
                {sayOwn("quotes")}
              </ButtonLink>
            ) : null}
            {canReadNotes ? (
              <ButtonLink look="secondary" to="/admin/credit-notes">
                {say("creditNotes")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Filters exportPath="/admin/export/invoices">
        <FilterText name="number" label={say("number")} />
        <AdminPick name="account" label={say("account")} of="customer" chosen={customer} />
        <FilterChoice name="state" label={say("state")} options={useStateOptions("invoice")} />
        <FilterChoice
          name="overdue"
          label={sayOwn("overdue")}
          options={[{ value: "yes", label: sayOwn("overdueOnly") }]}
        />
        <FilterPeriod label={say("issuedOn")} />
      </Filters>
      <PageForm intent={bulkForm} formKey={formKey} answer={answer}>
        <DataTable
          caption={say("caption")}
          page={page}
          rowKey={(invoice) => invoice.id}
          empty={say("none")}
          emptyHelp={say("noneHelp")}
          columns={useColumns()}
          {...bulkSelection(acts, { label: ({ number }: Invoice) => number })}
        />
      </PageForm>
    </Main>
  )
}

/** A forgotten buyer has no name any more; the day until which the paper is kept stands in its place. */
function Buyer({ accountName, keptUntil }: Pick<Invoice, "accountName" | "keptUntil">) {
  const say = useWords(words)
  const language = useLanguage()
  if (keptUntil === null) return accountName
  return <span className="text-muted">{say("kept", { until: formatDay(keptUntil, language) })}</span>
}

type Invoice = Awaited<ReturnType<typeof loader>>["page"]["items"][number]

function useColumns(): Column<Invoice>[] {
  const say = useWords(words)
  return [
    {
      key: "number",
      label: say("number"),
      cell: (invoice) => (
        <Link className="text-accent whitespace-nowrap underline" to={`/admin/invoices/${invoice.id}`}>
          {invoice.number}
        </Link>
      ),
    },
    { key: "account", label: say("account"), cell: (invoice) => <Buyer {...invoice} />, isBelow: true },
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
      isBelow: true,
    },
    {
      key: "dueOn",
      label: say("dueOn"),
      cell: (invoice) => (invoice.dueOn ? <Day on={invoice.dueOn} /> : "–"),
      isWide: true,
      isExtra: true,
    },
    {
      key: "paidAt",
      label: say("paidAt"),
      cell: (invoice) => <Moment at={invoice.paidAt} />,
      isWide: true,
      isExtra: true,
    },
    {
      key: "net",
      label: say("net"),
      cell: (invoice) => <Amount value={invoice.net} />,
      isNumber: true,
      isWide: true,
    },
    {
      key: "tax",
      label: say("tax"),
      cell: (invoice) => <Amount value={invoice.tax} />,
      isNumber: true,
      isWide: true,
    },
    {
      key: "total",
      label: say("total"),
      cell: (invoice) => <Amount value={invoice.total} />,
      isNumber: true,
    },
  ]
}

export { PageError as ErrorBoundary }
