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
import { DateField } from "../../ui/date-field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { LineFields, WrittenFields } from "./line-fields.tsx"
import { payingCurrency } from "./paying-currency.ts"
import { readDraft } from "./read-lines.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey, now, shop }) => ({
    customer: await api.customers.get({ id: args.params["account"] ?? "" }),
    formKey: newKey(),
    today: shopDay({ shop, now }),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const accountId = args.params["account"] ?? ""
    const { id } = await services.withKey(key).paperwork.drafts.create({ accountId, ...readDraft(values) })
    return redirect(`/admin/requests/drafts/${id}?done=saved`)
  })
}

export default function WriteDraftPage() {
  const say = useWords(words)
  const { customer, formKey, today } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("writeFor", { name: customer.name })}
        up={{ to: `/admin/customers/${customer.id}`, label: customer.name }}
      />
      <PageForm intent="create" formKey={formKey} answer={useActionData<FormAnswer>()} className="space-y-6">
        <LineFields />
        <WrittenFields currency={payingCurrency(customer)}>
          <DateField name="dueOn" label={say("dueOn")} help={say("dueHelp")} min={today} />
        </WrittenFields>
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Main>
  )
}

export { PageError as ErrorBoundary }
