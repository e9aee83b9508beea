import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { currencyCodes } from "#kit/money.ts"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { Button } from "../../ui/button.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { PageForm } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount, Day } from "../../ui/texts.tsx"
import { useRoot } from "../../use-root.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const isSaved = new URL(args.request.url).searchParams.has("saved")
  return servePage(args, async ({ api, newKey }) => ({
    items: (await api.repricing.own.list()).items,
    isSaved,
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const currency = currencyCodes.find((one) => one === values["currency"]) ?? "KRW"
    await services.withKey(key).repricing.own.answer({
      id: values["id"] ?? "",
      isAgreed: values["choice"] === "agree",
      expected: { minor: values["minor"] ?? "", currency },
    })
    return redirect("/portal/price-changes?saved=yes")
  })
}

type OwnChange = Awaited<ReturnType<typeof loader>>["items"][number]

export default function PriceChangesPage() {
  const say = useWords(words)
  const { items, isSaved } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/portal/subscriptions", label: say("up") }}>
        {say("lead")}
      </PageHeader>
      {isSaved ? <Banner tone="good">{say("saved")}</Banner> : null}
      {items.length === 0 ? (
        <EmptyState icon="tag" title={say("none")}>
          {say("noneHelp")}
        </EmptyState>
      ) : null}
      {items.map((change) => (
        <ChangeCard key={change.id} change={change} />
      ))}
    </Main>
  )
}

function ChangeCard({ change }: { change: OwnChange }) {
  const say = useWords(words)
  const language = useLanguage()
  const day = formatDay(change.firstOn, language)
  return (
    <Card
      title={change.words[language]}
      aside={
        <Badge tone={change.canAnswer && change.state === "told" ? "warn" : "neutral"}>
          {say(change.state, { day })}
        </Badge>
      }
    >
      <FactList
        facts={[
          { label: say("before"), value: <Amount value={change.before} /> },
          { label: say("after"), value: <Amount value={change.after} /> },
          { label: say("firstOn"), value: <Day on={change.firstOn} /> },
          ...(change.canAnswer ? [{ label: say("answerBy"), value: <Day on={change.answerBy} /> }] : []),
        ]}
      />
      <Consequence change={change} />
      {change.canAnswer ? <AnswerForm change={change} /> : null}
      <p className="text-sm">
        <Link className="text-accent underline" to={`/portal/subscriptions/${change.subscriptionId}`}>
          {say("manage")}
        </Link>
      </p>
    </Card>
  )
}

/** What happens if nothing is answered: said before anything is pressed. */
function Consequence({ change }: { change: OwnChange }) {
  const say = useWords(words)
  const day = formatDay(change.answerBy, useLanguage())
  if (change.need === "none") return <p className="text-muted text-sm">{say("cheaper")}</p>
  if (change.need === "notice") return <p className="text-muted text-sm">{say("notice", { day })}</p>
  return change.canAnswer ? (
    <p className="text-muted text-sm">
      {say("ask")} {say(change.withoutConsent, { day })}
    </p>
  ) : null
}

function AnswerForm({ change }: { change: OwnChange }) {
  const say = useWords(words)
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const mayAnswer = useRoot()?.me.permissions.includes("repricing.own.answer")
  if (!mayAnswer) return null
  return (
    <PageForm intent={change.id} formKey={`${formKey}:${change.id}`} answer={answer}>
      <input type="hidden" name="id" value={change.id} />
      <input type="hidden" name="minor" value={change.after.minor} />
      <input type="hidden" name="currency" value={change.after.currency} />
      <div className="flex flex-wrap gap-2">
        <Button name="choice" value="agree">
          {say("agree")}
        </Button>
        <Button look="secondary" name="choice" value="decline">
          {say("decline")}
        </Button>
      </div>
    </PageForm>
  )
}

export { PageError as ErrorBoundary }
