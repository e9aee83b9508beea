import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { ProductFields } from "./product-fields.tsx"
import { readProductForm } from "./range.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ newKey }) => ({ formKey: newKey() }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const { id } = await services.withKey(key).catalog.range.products.create({
      slug: values["slug"] ?? "",
      ...readProductForm(values),
    })
    return redirect(`/admin/catalog/${id}?done=created`)
  })
}

export default function WriteProductPage() {
  const say = useWords(words)
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("createProduct")} up={{ to: "/admin/catalog", label: say("backTo") }}>
        {say("createProductLead")}
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
        <ProductFields />
        <SubmitButton>{say("createProduct")}</SubmitButton>
      </PageForm>
    </Main>
  )
}

export { PageError as ErrorBoundary }
