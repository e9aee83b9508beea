import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { shopDay } from "../../i18n/shop-day.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "../../ui/quote.words.ts"
import { payingCurrency } from "./paying-currency.ts"
import { QuoteFields } from "./quote-fields.tsx"
import { readQuote } from "./read-quote.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey, now, shop }) => ({
    customer: await api.customers.get({ id: args.params["account"] ?? "" }),
    products: (await api.catalog.products.list({})).items,
    formKey: newKey(),
    today: shopDay({ shop, now }),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const accountId = args.params["account"] ?? ""
    const { id } = await services.withKey(key).paperwork.quotes.create({ accountId, ...readQuote(values) })
    return redirect(`/admin/quotes/${id}?done=saved`)
  })
}

export default function WriteQuotePage() {
  const say = useWords(words)
  const { customer, products, formKey, today } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("writeFor", { name: customer.name })}
        up={{ to: `/admin/customers/${customer.id}`, label: customer.name }}
      />
      <PageForm intent="create" formKey={formKey} answer={useActionData<FormAnswer>()} className="space-y-6">
        <QuoteFields {...{ products, today }} currency={payingCurrency(customer)} />
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Main>
  )
}

export { PageError as ErrorBoundary }
