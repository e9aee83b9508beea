import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { words } from "../../ui/billing.words.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { InvoiceView } from "../../ui/invoice-view.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.billing.invoices.get({ id: args.params["invoice"] ?? "" }))
}

export default function InvoicePage() {
  const say = useWords(words)
  const invoice = useLoaderData<typeof loader>()
  return (
    <Main>
      <InvoiceView
        invoice={invoice}
        up="/portal/invoices"
        actions={
          invoice.state === "open" ? (
            <ButtonLink to={`/portal/requests/${invoice.requestId}`}>{say("pay")}</ButtonLink>
          ) : null
        }
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
