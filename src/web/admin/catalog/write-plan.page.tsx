import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { PlanFields } from "./plan-fields.tsx"
import { readPlanForm } from "./range.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey, shop }) => {
    const { id, name } = await api.catalog.range.products.get({ id: args.params["product"] ?? "" })
    return { id, name, currencies: shop.currencies, formKey: newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const { id } = await services.withKey(key).catalog.range.products.addPlan({
      id: args.params["product"] ?? "",
      slug: values["slug"] ?? "",
      ...readPlanForm(values, services.shop.currencies),
    })
    return redirect(`/admin/plans/${id}?done=draftSaved`)
  })
}

export default function WritePlanPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { id, name, currencies, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={say("addPlanTitle", { product: name[language] })}
        up={{ to: `/admin/catalog/${id}`, label: name[language] }}
      >
        {say("addPlanLead")}
      </PageHeader>
      <PageForm intent="create" formKey={formKey} answer={answer} className="space-y-6">
        <TextField
          name="slug"
          label={say("slug")}
          help={say("slugHelp")}
          required
          maxLength={60}
          autoCapitalize="none"
          spellCheck={false}
        />
        <PlanFields text={undefined} currencies={currencies} />
        <SubmitButton>{say("saveDraft")}</SubmitButton>
      </PageForm>
    </Main>
  )
}

export { PageError as ErrorBoundary }
