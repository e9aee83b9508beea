import { Link } from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { ColumnHead } from "../../ui/column-head.tsx"
import { Amount } from "../../ui/texts.tsx"
import { nameOfPlace } from "./place.ts"
import { words } from "./report.words.ts"
import type { TaxReportPage } from "./report-facts.ts"

type InCurrency = TaxReportPage["report"]["currencies"][number]
type Row = InCurrency["rows"][number]

interface TableProps extends Pick<TaxReportPage, "report" | "countries"> {
  readonly one: InCurrency
  /** The days that are shown. */
  readonly address: string
}

/** On a phone the place with its kind and rate, the tax, and the net below it; the rest has room on a desk. */
export function TaxTable({ one, report, countries, address }: TableProps) {
  const say = useWords(words)
  const language = useLanguage()
  const facts = {
    currency: one.currency,
    from: formatDay(report.from, language),
    until: formatDay(report.until, language),
  }
  return (
    <section className="border-line rounded-box overflow-x-auto border" aria-label={one.currency}>
      <table className="w-full border-collapse text-sm">
        <caption className="bg-raised px-3 py-2 text-start font-semibold">{say("caption", facts)}</caption>
        <thead className="bg-raised text-muted">
          <tr>
            <ColumnHead>{say("place")}</ColumnHead>
            <ColumnHead isNumber>{say("rate")}</ColumnHead>
            <ColumnHead isNumber isWide>
              {say("net")}
            </ColumnHead>
            <ColumnHead isNumber>{say("tax")}</ColumnHead>
            <ColumnHead isNumber isWide>
              {say("gross")}
            </ColumnHead>
            <ColumnHead isWide>{say("documents")}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {one.rows.map((row) => (
            <tr
              key={`${row.kind} ${row.country} ${row.region} ${row.rate}`}
              className="border-line hover:bg-raised border-t"
            >
              <th scope="row" className="px-3 py-2 text-start font-medium">
                <Link
                  className="text-accent underline"
                  to={`/admin/ledger/tax/documents?${address}&${rowAddress(row, one.currency)}`}
                >
                  {nameOfPlace(row, countries)}
                </Link>
                <span className="text-muted block text-xs font-normal">{say(row.kind)}</span>
              </th>
              <td className="px-3 py-2 text-end tabular-nums">{row.percent}%</td>
              <Sums row={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-line-strong border-t-2 font-semibold">
            <th scope="row" className="px-3 py-2 text-start" colSpan={2}>
              {say("total")}
            </th>
            <Sums row={one.total} />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function rowAddress({ kind, country, region, rate }: Row, currency: string): string {
  return new URLSearchParams({ kind, country, region, rate, currency }).toString()
}

function Sums({ row }: { row: InCurrency["total"] }) {
  const say = useWords(words)
  const { net, tax, gross, invoices, creditNotes } = row
  return (
    <>
      <td className="hidden px-3 py-2 text-end md:table-cell">
        <Amount value={net} />
      </td>
      <td className="px-3 py-2 text-end">
        <Amount value={tax} />
        <span className="text-muted block text-xs font-normal md:hidden">
          {say("net")} <Amount value={net} />
        </span>
      </td>
      <td className="hidden px-3 py-2 text-end md:table-cell">
        <Amount value={gross} />
      </td>
      <td className="hidden px-3 py-2 text-xs font-normal md:table-cell">
        {say("documentsOf", { invoices, creditNotes })}
      </td>
    </>
  )
}
