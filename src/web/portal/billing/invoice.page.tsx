import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { servePage } from "../../serve-page.ts"
import { InvoiceView } from "../../ui/invoice-view.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.billing.invoices.get({ id: args.params["invoice"] ?? "" }))
}

export default function InvoicePage() {
  return (
    <Main>
      <InvoiceView invoice={useLoaderData<typeof loader>()} />
    </Main>
  )
}

export { PageError as ErrorBoundary }
