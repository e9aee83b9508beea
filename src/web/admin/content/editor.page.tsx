import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatInstant } from "../../i18n/format.ts"
import { shopDay } from "../../i18n/shop-day.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { useTimeZone } from "../../use-root.ts"
import { type Page, readText, shopPathOf } from "./pages.ts"
import { PreviewCard } from "./preview-card.tsx"
import { PublishCard } from "./publish-card.tsx"
import { TextFields } from "./text-fields.tsx"
import { VersionsCard } from "./versions-card.tsx"
import { words } from "./words.ts"

const outcomes = ["saved", "published", "withdrawn"] as const

export function loader(args: LoaderFunctionArgs) {
  const done = new URL(args.request.url).searchParams.get("done")
  return servePage(args, async ({ api, me, newKey, now, shop }) => ({
    page: await api.content.pages.get({ id: args.params["page"] ?? "" }),
    today: shopDay({ shop, now }),
    canWrite: me.permissions.includes("content.pages.write"),
    canPublish: me.permissions.includes("content.pages.publish"),
    done: outcomes.find((outcome) => outcome === done),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const id = args.params["page"] ?? ""
    const { pages } = services.withKey(`${key}:${intent}`).content
    if (intent === "publish") {
      await pages.publish({ id, from: values["from"] ?? "", note: values["note"] ?? "" })
      return redirect(`/admin/content/${id}?done=published`)
    }
    if (intent === "withdraw") {
      await pages.withdraw({ id })
      return redirect(`/admin/content/${id}?done=withdrawn`)
    }
    await pages.save({ id, ...readText(values) })
    return redirect(`/admin/content/${id}?done=saved`)
  })
}

export default function EditorPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { page, canWrite, canPublish, done, formKey, today } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={page.name[language] || page.slug} up={{ to: "/admin/content", label: say("title") }}>
        <span className="flex flex-wrap gap-x-4">
          <Link className="text-accent underline" to={shopPathOf(page)} reloadDocument>
            {say("toPage")}
          </Link>
          <DraftNote page={page} />
        </span>
      </PageHeader>
      {done ? <Banner tone="good">{say(done)}</Banner> : null}
      {canWrite ? (
        <PageForm key={formKey} intent="save" formKey={formKey} answer={answer} className="space-y-6">
          <TextFields text={page.text} />
          {page.isFixed ? <FactsHelp /> : null}
          <SubmitButton look="secondary">{say("save")}</SubmitButton>
        </PageForm>
      ) : null}
      <PreviewCard page={page} />
      {canPublish ? <PublishCard {...{ page, today, formKey, answer }} /> : null}
      <VersionsCard page={page} />
    </Main>
  )
}

function FactsHelp() {
  const say = useWords(words)
  const names = ["seller", "representative", "address", "registration", "taxId", "email", "phone", "shop"]
  return (
    <p className="text-muted text-sm">
      {say("facts", { names: names.map((name) => `{{${name}}}`).join(" ") })}
    </p>
  )
}

function DraftNote({ page }: { page: Page }) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  if (!page.hasDraft || !page.draftEditedAt) return null
  const at = formatInstant(page.draftEditedAt, language, timeZone)
  return <span>{say("editedBy", { at, name: page.draftEditedBy ?? "–" })}</span>
}

export { PageError as ErrorBoundary }
