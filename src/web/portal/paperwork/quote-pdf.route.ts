import type { LoaderFunctionArgs } from "react-router"
import { servePage } from "../../serve-page.ts"
import { sendPdf } from "../billing/send-pdf.ts"

/** The same file for its customer and for staff; the API decides who may have it. */
export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, language }) =>
    sendPdf(await api.paperwork.quotes.pdf({ id: args.params["quote"] ?? "", language })),
  )
}
