import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { BillingDay, readDay } from "../../ui/billing-day.tsx"
import { words } from "../../ui/billing-day.words.ts"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { useRoot } from "../../use-root.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey }) => {
    const id = args.params["account"] ?? ""
    const day = readDay(args.request)
    return {
      customer: await api.customers.get({ id }),
      view: await api.billing.billingDay.get({ id, ...(day ? { day } : {}) }),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const id = args.params["account"] ?? ""
    const day = intent === "end" ? null : Number(values["day"])
    await services.withKey(key).billing.billingDay.choose({ id, day })
    return redirect(`/admin/customers/${id}/billing-day?saved=yes`)
  })
}

export default function BillingDayPage() {
  const say = useWords(words)
  const { customer, view, formKey } = useLoaderData<typeof loader>()
  const mayChoose = useRoot()?.me.permissions.includes("billing.subscriptions.extend") ?? false
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: `/admin/customers/${customer.id}`, label: customer.name }}>
        {say("lead")}
      </PageHeader>
      <BillingDay {...{ view, mayChoose, formKey }} answer={useActionData<FormAnswer>()} />
    </Main>
  )
}

export { PageError as ErrorBoundary }
