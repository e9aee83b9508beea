import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { readText } from "./pages.ts"
import { TextFields } from "./text-fields.tsx"
import { words } from "./words.ts"

const kinds = ["news", "guide"] as const

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ newKey }) => ({ formKey: newKey() }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const { id } = await services.withKey(key).content.pages.create({
      kind: kinds.find((kind) => kind === values["kind"]) ?? "news",
      slug: values["slug"] ?? "",
      ...readText(values),
    })
    return redirect(`/admin/content/${id}?done=saved`)
  })
}

export default function NewPage() {
  const say = useWords(words)
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("createTitle")} up={{ to: "/admin/content", label: say("title") }}>
        {say("createLead")}
      </PageHeader>
      <PageForm intent="create" formKey={formKey} answer={answer} className="space-y-6">
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField name="kind" label={say("kind")}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {say(`kind.${kind}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            name="slug"
            label={say("slug")}
            help={say("slugHelp")}
            required
            maxLength={60}
            autoCapitalize="none"
            spellCheck={false}
          />
        </div>
        <TextFields />
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Main>
  )
}

export { PageError as ErrorBoundary }
