import { lazy } from "react"
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words as viewWords } from "../../ui/privacy.words.ts"
import { ConsentsCard, TermsCard } from "./consents-card.tsx"
import { readNews } from "./read-news.ts"
import { words } from "./words.ts"

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const CopiesCard = lazy(() => import("./copies-card.tsx").then((file) => ({ default: file.CopiesCard })))
const ErasureCard = lazy(() => import("./erasure-card.tsx").then((file) => ({ default: file.ErasureCard })))
const ConsentHistory = lazy(() =>
  import("../../ui/privacy-view.tsx").then((file) => ({ default: file.ConsentHistory })),
)

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey }) => ({
    standing: await api.privacy.own.get(),
    formKey: newKey(),
  }))
}

const dones = {
  consents: "saved",
  accept: "accepted",
  export: "asked",
  erasure: "erasureAsked",
  withdraw: "tookBack",
} as const
type Intent = keyof typeof dones

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { privacy, identity } = services.withKey(`${key}:${intent}`)
    const { own } = privacy
    if (intent === "consents") await identity.consents.save(readNews(values))
    else if (intent === "accept") await identity.consents.accept()
    else if (intent === "export") await own.requestExport()
    else if (intent === "erasure") await own.requestErasure()
    else if (intent === "withdraw") await own.withdrawErasure()
    else throw new Error(`The page has no form called ${intent}.`)
    return redirect(`/portal/privacy?done=${intent}`)
  })
}

export default function PrivacyPage() {
  const say = useWords(words)
  const sayView = useWords(viewWords)
  const { standing, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const [search] = useSearchParams()
  const done = search.get("done") ?? ""
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      {done in dones && !answer ? (
        <Banner tone="good" isAlert>
          {say(dones[done as Intent])}
        </Banner>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {standing.pending.length > 0 ? <TermsCard {...{ standing, formKey, answer }} /> : null}
        <CopiesCard {...{ standing, formKey, answer }} />
        <ErasureCard {...{ standing, formKey, answer }} />
        <ConsentsCard {...{ standing, formKey, answer }} />
        <Card title={sayView("consents")} className="lg:col-span-2">
          <p className="text-muted text-sm">{sayView("consentsWhat")}</p>
          <ConsentHistory consents={standing.consents} />
        </Card>
      </div>
    </Main>
  )
}

export { PageError as ErrorBoundary }
