import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { words } from "../../ui/billing.words.ts"
import { InvoiceView } from "../../ui/invoice-view.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.billing.invoices.get({ id: args.params["invoice"] ?? "" }))
}

export default function InvoicePage() {
  const say = useWords(words)
  const invoice = useLoaderData<typeof loader>()
  const order = invoice.orderId ? (
    <Link className="text-accent break-all underline" to={`/admin/orders/${invoice.orderId}`}>
      {invoice.orderId}
    </Link>
  ) : (
    "–"
  )
  return (
    <Main>
      <InvoiceView
        invoice={invoice}
        facts={[
          { label: say("account"), value: invoice.accountName || "–" },
          { label: say("order"), value: order },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
