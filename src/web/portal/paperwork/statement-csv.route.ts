import type { LoaderFunctionArgs } from "react-router"
import type { WireMoney } from "#kit/money.ts"
import { csvHead, csvLine } from "../../csv.ts"
import { decimalText } from "../../i18n/format.ts"
import { servePage } from "../../serve-page.ts"
import { readStatementFilter } from "../../ui/statement-filter.ts"

/** The same file for its customer and for staff: opening, every entry, closing. */
export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  return servePage(args, async ({ api }) => {
    const statement = await api.paperwork.statements.get(readStatementFilter(searchParams))
    const { currency, from, to, opening, closing } = statement
    const places = currency === "KRW" || currency === "JPY" ? 0 : 2
    const text = ({ minor }: WireMoney) => decimalText(minor, places)
    const lines = [
      csvHead(["date", "entry", "number", "amount", "balance", "currency"]),
      csvLine([from, "opening", null, null, text(opening), currency]),
      ...statement.lines.map((line) =>
        csvLine([line.on, line.kind, line.number, text(line.amount), text(line.balance), currency]),
      ),
      csvLine([to, "closing", null, null, text(closing), currency]),
    ]
    return new Response(lines.join(""), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="statement-${from}-${to}.csv"`,
        "cache-control": "no-store",
      },
    })
  })
}
