import type { LoaderFunctionArgs } from "react-router"
import { servePage } from "../../serve-page.ts"
import { sendPdf } from "./send-pdf.ts"

/** The same file for its customer and for staff, in the customer's language; the API decides who may have it. */
export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api }) =>
    sendPdf(await api.billing.paymentRequests.pdf({ id: args.params["request"] ?? "" })),
  )
}
