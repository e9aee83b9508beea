import type { LoaderFunctionArgs } from "react-router"
import { servePage } from "../../serve-page.ts"

/** The same file for its buyer and for staff; the API decides who may have it. */
export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, language }) => {
    const file = await api.billing.invoices.pdf({ id: args.params["invoice"] ?? "", language })
    const name = file.name.replace(/[^\w.-]/g, "-") || "invoice.pdf"
    return new Response(file.stream(), {
      headers: {
        "content-type": "application/pdf",
        "content-length": String(file.size),
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    })
  })
}
