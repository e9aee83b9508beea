import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { withCodes } from "../named-countries.ts"
import { NoticeFields } from "./notice-fields.tsx"
import { readNotice } from "./notice-form.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    tags: me.permissions.includes("customers.read") ? (await api.customers.tags.list()).items : [],
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const wish = readNotice(withCodes(values), services.shop.timeZone)
    const { id } = await services.withKey(key).notices.create(wish)
    return redirect(`/admin/notices/${id}?saved=yes`)
  })
}

export default function NewNoticePage() {
  const say = useWords(words)
  const { tags, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("write")} up={{ to: "/admin/notices", label: say("title") }} />
      <PageForm intent="write" formKey={formKey} answer={answer}>
        <NoticeFields tags={tags} expiresAt="" />
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Main>
  )
}

export { PageError as ErrorBoundary }
