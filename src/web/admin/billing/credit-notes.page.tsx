import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { withSpan } from "../../span.ts"
import { words } from "../../ui/billing.words.ts"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, Filters, FilterText } from "../../ui/filters.tsx"
import { FilterPeriod } from "../../ui/kept-period.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount, Day } from "../../ui/texts.tsx"
import { nameCustomer } from "../name-customer.ts"
import { AdminPick } from "../picks.tsx"
import { causes, readCreditNoteFilter } from "./credit-note-filter.ts"
import { words as ownWords } from "./invoice.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => ({
    page: await services.api.billing.creditNotes.list({
      ...page,
      ...readCreditNoteFilter(withSpan(search, services)),
    }),
    customer: await nameCustomer(services, search.get("account")),
  }))
}

export default function CreditNotesPage() {
  const say = useWords(words)
  const sayOwn = useWords(ownWords)
  const { page, customer } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("creditNotes")} up={{ to: "/admin/invoices", label: say("title") }} />
      <Filters exportPath="/admin/export/credit-notes">
        <FilterText name="number" label={say("number")} />
        <AdminPick name="account" label={say("account")} of="customer" chosen={customer} />
        <FilterChoice
          name="cause"
          label={sayOwn("why")}
          options={causes.map((cause) => ({ value: cause, label: say("cause", { cause }) }))}
        />
        <FilterPeriod label={say("issuedOn")} />
      </Filters>
      <DataTable
        caption={say("creditNotes")}
        page={page}
        rowKey={(note) => note.id}
        empty={sayOwn("notesNone")}
        emptyHelp={sayOwn("notesHelp")}
        columns={useColumns()}
      />
    </Main>
  )
}

type Note = Awaited<ReturnType<typeof loader>>["page"]["items"][number]

function useColumns(): Column<Note>[] {
  const say = useWords(words)
  const sayOwn = useWords(ownWords)
  return [
    {
      key: "number",
      label: say("number"),
      cell: (note) => (
        <a className="text-accent whitespace-nowrap underline" href={`/credit-notes/${note.id}/pdf`}>
          {note.number}
        </a>
      ),
    },
    {
      key: "invoice",
      label: sayOwn("invoice"),
      cell: (note) => (
        <Link className="text-accent whitespace-nowrap underline" to={`/admin/invoices/${note.invoiceId}`}>
          {note.invoiceNumber}
        </Link>
      ),
      isWide: true,
    },
    { key: "account", label: say("account"), cell: (note) => note.accountName || "–", isBelow: true },
    { key: "issuedOn", label: say("issuedOn"), cell: (note) => <Day on={note.issuedOn} />, isOrder: true },
    { key: "cause", label: sayOwn("why"), cell: (note) => say("cause", { cause: note.cause }), isWide: true },
    { key: "reason", label: sayOwn("reason"), cell: (note) => note.reason, isWide: true, isExtra: true },
    {
      key: "tax",
      label: say("tax"),
      cell: (note) => <Amount value={note.tax} />,
      isNumber: true,
      isWide: true,
    },
    { key: "total", label: say("total"), cell: (note) => <Amount value={note.total} />, isNumber: true },
  ]
}

export { PageError as ErrorBoundary }
