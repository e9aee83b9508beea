import type { LoaderFunctionArgs } from "react-router"
import { servePage } from "../../serve-page.ts"
import { readStatementFilter } from "../../ui/statement-filter.ts"
import { sendPdf } from "../billing/send-pdf.ts"

/** The same file for its customer and for staff; the API decides who may have it. */
export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  return servePage(args, async ({ api, language }) =>
    sendPdf(await api.paperwork.statements.pdf({ ...readStatementFilter(searchParams), language })),
  )
}
