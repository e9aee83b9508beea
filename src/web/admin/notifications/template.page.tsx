import { lazy } from "react"
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { languages } from "../../i18n/languages.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { TemplateEditor } from "./template-editor.tsx"
import { readLanguage, readTrial } from "./templates.ts"
import { words } from "./templates.words.ts"

const outcomes = ["saved", "restored"] as const

const TemplateFailures = lazy(() =>
  import("./template-failures.tsx").then((module) => ({ default: module.TemplateFailures })),
)

/** No boundary around them: the server waits for them. */
const TemplateHistory = lazy(() =>
  import("./template-history.tsx").then((module) => ({ default: module.TemplateHistory })),
)

export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  return servePage(args, async ({ api, me, newKey, language }) => {
    const template = await api.notifications.templates.get({ id: args.params["template"] ?? "" })
    const asked = search.get("language") ? readLanguage(search.get("language")) : language
    const taken = template.history.find(({ id }) => id === search.get("version"))
    return {
      template,
      asked,
      taken: taken?.words && taken.language === asked ? { ...taken, words: taken.words } : null,
      canWrite: me.permissions.includes("notifications.templates.write"),
      done: outcomes.find((outcome) => outcome === search.get("done")) ?? null,
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values, intent, key }) => {
    const id = args.params["template"] ?? ""
    const trial = readTrial(values)
    const { language } = trial
    const { templates } = services.withKey(`${key}:${values["doing"] ?? intent}`).notifications
    const back = (done: (typeof outcomes)[number]) =>
      redirect(`/admin/mail-templates/${id}?language=${language}&done=${done}`)
    if (intent === "restore") {
      await templates.restore({ id, language })
      return back("restored")
    }
    if (values["doing"] === "send") {
      const { sentTo } = await templates.send({ id, ...trial })
      // The words on trial are saved nowhere, so the form keeps them: no way leads away from here.
      return { sentTo }
    }
    await templates.save({ id, language, words: trial.words })
    return back("saved")
  })
}

export default function TemplatePage() {
  const say = useWords(words)
  const language = useLanguage()
  const { template, asked, taken, canWrite, done, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer | { readonly sentTo: string }>()
  const sentTo = answer && "sentTo" in answer ? answer.sentTo : null
  const refused = answer && "problem" in answer ? answer : undefined
  const isOwn = template.own.includes(asked)
  return (
    <Main>
      <PageHeader title={template.title[language]} up={{ to: "/admin/mail-templates", label: say("title") }}>
        {template.when[language]}. {say(`class.${template.class}.what`)}
      </PageHeader>
      <nav aria-label={say("languages")} className="border-line border-b">
        <ul className="flex gap-1">
          {languages.map((one) => (
            <li key={one}>
              <Link
                to={`?language=${one}`}
                preventScrollReset
                aria-current={one === asked ? "page" : undefined}
                className="text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink -mb-px flex min-h-10 items-center border-b-2 border-transparent px-3 text-sm font-medium no-underline"
              >
                {say(`in.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {sentTo ? <Banner tone="good">{say("sentTo", { address: sentTo })}</Banner> : null}
      {done && !sentTo && !refused ? <Banner tone="good">{say(`done.${done}`)}</Banner> : null}
      {taken ? <Banner tone="info">{say("taken", { number: taken.number })}</Banner> : null}
      <TemplateFailures failures={template.failures.filter((one) => one.language === asked)} />
      <TemplateEditor
        key={`${asked}:${taken?.id ?? ""}:${template.history[0]?.id ?? ""}`}
        words={taken?.words ?? template.words[asked]}
        {...{ template, asked, canWrite, formKey, isOwn }}
        answer={refused}
      />
      <TemplateHistory template={template} asked={asked} />
    </Main>
  )
}

export { PageError as ErrorBoundary }
