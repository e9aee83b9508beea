import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { countriesIn } from "../../storefront/orders/countries.ts"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, FilterDay, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount, Code, Day } from "../../ui/texts.tsx"
import { nameOfPlace } from "./place.ts"
import { words } from "./report.words.ts"
import { readTaxRow, taxKindNames } from "./report-filter.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async ({ api, language }) => {
    const { limit, after } = page
    const documents = await api.billing.taxReport.documents({ ...readTaxRow(search), limit, after })
    const places = new Set(documents.items.map(({ country }) => country))
    return { documents, countries: countriesIn(language).filter(({ code }) => places.has(code)) }
  })
}

export default function TaxDocumentsPage() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { documents } = useLoaderData<typeof loader>()
  const days = new URLSearchParams([...search].filter(([name]) => dayNames.includes(name)))
  return (
    <Main>
      <PageHeader
        title={say("documentsTitle")}
        up={{ to: `/admin/ledger/tax?${days}`, label: say("backReport") }}
      />
      <Filters exportPath="/admin/export/tax-documents">
        <FilterDay name="from" label={say("from")} />
        <FilterDay name="until" label={say("until")} />
        <FilterChoice
          name="kind"
          label={say("kind")}
          options={taxKindNames.map((kind) => ({ value: kind, label: say(kind) }))}
        />
        {["country", "region", "rate", "currency", "legalEntity"].map((name) =>
          search.has(name) ? (
            <input key={name} type="hidden" name={name} value={search.get(name) ?? ""} />
          ) : null,
        )}
      </Filters>
      <DataTable
        caption={say("documentsTitle")}
        page={documents}
        rowKey={({ id }) => id}
        empty={say("noDocuments")}
        emptyIcon="invoice"
        columns={useColumns()}
      />
    </Main>
  )
}

const dayNames = ["period", "from", "until", "legalEntity"]

type Loaded = Awaited<ReturnType<typeof loader>>
type Document = Loaded["documents"]["items"][number]

function useColumns(): Column<Document>[] {
  const say = useWords(words)
  const { countries } = useLoaderData<typeof loader>()
  return [
    { key: "number", label: say("number"), cell: (row) => <Paper document={row} /> },
    { key: "day", label: say("day"), cell: ({ issuedOn }) => <Day on={issuedOn} />, isWide: true },
    {
      key: "customer",
      label: say("customer"),
      cell: ({ accountId, accountName, vatNumber }) => (
        <>
          <Link className="text-accent underline" to={`/admin/customers/${accountId}`}>
            {accountName || say("forgotten")}
          </Link>
          {vatNumber ? (
            <span className="block text-xs">
              <Code>{vatNumber}</Code>
            </span>
          ) : null}
        </>
      ),
      isWide: true,
    },
    {
      key: "place",
      label: say("place"),
      cell: (row) => `${nameOfPlace(row, countries)} · ${say(row.kind)}`,
      isWide: true,
    },
    {
      key: "rate",
      label: say("rate"),
      cell: ({ parts }) => <Parts parts={parts} of="rate" />,
      isNumber: true,
    },
    {
      key: "net",
      label: say("net"),
      cell: ({ parts }) => <Parts parts={parts} of="net" />,
      isNumber: true,
      isWide: true,
    },
    { key: "tax", label: say("tax"), cell: ({ parts }) => <Parts parts={parts} of="tax" />, isNumber: true },
    {
      key: "gross",
      label: say("gross"),
      cell: ({ parts }) => <Parts parts={parts} of="gross" />,
      isNumber: true,
      isWide: true,
    },
  ]
}

/** A credit note has no page of its own: it stands at its invoice. */
function Paper({ document: { paper, invoiceId, number, issuedOn } }: { document: Document }) {
  const say = useWords(words)
  return (
    <>
      <Link className="text-accent underline" to={`/admin/invoices/${invoiceId}`}>
        {number}
      </Link>
      {paper === "credit_note" ? (
        <span className="text-muted block text-xs font-normal">{say("creditNote")}</span>
      ) : null}
      <span className="text-muted block text-xs font-normal md:hidden">
        <Day on={issuedOn} />
      </span>
    </>
  )
}

/** Mostly one rate; of several each on a line of its own, in every column. */
function Parts({ parts, of }: { parts: Document["parts"]; of: "rate" | "net" | "tax" | "gross" }) {
  return parts.map((part) => (
    <span key={part.rate} className="block">
      {of === "rate" ? `${part.percent}%` : <Amount value={part[of]} />}
    </span>
  ))
}

export { PageError as ErrorBoundary }
