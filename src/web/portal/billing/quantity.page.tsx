import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { beginPayment } from "../../storefront/orders/place-order.ts"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "../../ui/quantity.words.ts"
import { QuantityChange } from "../../ui/quantity-change.tsx"
import { actOnQuantity, loadQuantityPage } from "../../ui/quantity-form.ts"
import { useRoot } from "../../use-root.ts"

export function loader(args: LoaderFunctionArgs) {
  return loadQuantityPage(args)
}

export function action(args: ActionFunctionArgs) {
  const id = args.params["subscription"] ?? ""
  return actOnQuantity(args, {
    area: "portal",
    goOn: async (services, { requestId, key }) => {
      const attemptId = await beginPayment(services, requestId, key)
      return attemptId ? `/pay/${attemptId}` : `/portal/subscriptions/${id}/quantity?done`
    },
  })
}

export default function QuantityPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { preview, ...rest } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const permissions = useRoot()?.me.permissions ?? []
  const mayChange = permissions.includes("billing.subscriptions.extend")
  return (
    <Main>
      <PageHeader
        title={say("title")}
        up={{ to: `/portal/subscriptions/${preview.subscriptionId}`, label: preview.words[language] }}
      />
      <QuantityChange {...{ preview, mayChange, answer, ...rest }} area="portal" />
    </Main>
  )
}

export { PageError as ErrorBoundary }
