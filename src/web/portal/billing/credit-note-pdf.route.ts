import type { LoaderFunctionArgs } from "react-router"
import { servePage } from "../../serve-page.ts"
import { sendPdf } from "./send-pdf.ts"

/** The same file for its buyer and for staff; the API decides who may have it. */
export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, language }) =>
    sendPdf(await api.billing.creditNotes.pdf({ id: args.params["note"] ?? "", language })),
  )
}
