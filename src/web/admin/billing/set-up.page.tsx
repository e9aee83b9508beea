import { lazy } from "react"
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { currencyCodes } from "#kit/money.ts"
import { shopDay } from "../../i18n/shop-day.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { nameCustomer } from "../name-customer.ts"
import { readSetUp } from "./read-set-up.ts"
import { words } from "./set-up.words.ts"
import { words as adminWords } from "./words.ts"

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const SetUpFields = lazy(() =>
  import("./set-up-fields.tsx").then((module) => ({ default: module.SetUpFields })),
)

export function loader(args: LoaderFunctionArgs) {
  const account = new URL(args.request.url).searchParams.get("account")
  return servePage(args, async (services) => {
    const { api, shop, newKey, now } = services
    const name = await nameCustomer(services, account)
    const offers = await Promise.all(currencyCodes.map((currency) => api.catalog.products.list({ currency })))
    return {
      customer: account ? { value: account, label: name ?? account } : null,
      // A list has the prices of one currency: here the customer's may be any.
      products: offers.flatMap(({ items }) => items),
      currency: shop.defaultCurrency,
      today: shopDay({ shop, now }),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const { subscriptions } = services.withKey(key).billing
    const { id } = await subscriptions.create(readSetUp(values))
    return redirect(`/admin/subscriptions/${id}`)
  })
}

export default function SetUpPage() {
  const say = useWords(words)
  const sayAdmin = useWords(adminWords)
  const { formKey, ...facts } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/subscriptions", label: sayAdmin("subscriptions") }}>
        {say("lead")}
      </PageHeader>
      <PageForm intent="create" formKey={formKey} answer={useActionData<FormAnswer>()} className="space-y-6">
        <SetUpFields {...facts} />
        <SubmitButton>{say("create")}</SubmitButton>
      </PageForm>
    </Main>
  )
}

export { PageError as ErrorBoundary }
