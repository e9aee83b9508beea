import { lazy } from "react"
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Code, Moment } from "../../ui/texts.tsx"
import { saySubject } from "../audit/subjects.ts"
import type { Operation } from "./operation.ts"
import { OperationSteps } from "./operation-steps.tsx"
import { PlainData } from "./plain-data.tsx"
import { sayStep } from "./say-step.ts"
import { words as stepWords } from "./step.words.ts"
import { useFollowed } from "./use-followed.ts"
import { words } from "./words.ts"

/** No boundary around it: the server waits for it, and without scripts it is there. */
const OperationActions = lazy(() =>
  import("./operation-actions.tsx").then((module) => ({ default: module.OperationActions })),
)

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey, language }) => {
    const operation = await api.operations.get({ id: args.params["operation"] ?? "" })
    return {
      operation,
      about: operation.about.map(({ id, name }) => ({ id, name, ...saySubject(id, language) })),
      // One form is sent per look at the page, so one key serves all of them; intents keep them apart.
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { operations } = services.withKey(`${key}:${intent}`)
    const id = args.params["operation"] ?? ""
    const reason = values["reason"] ?? ""
    if (intent === "undo") await operations.undo({ id, reason })
    else if (intent === "close") await operations.close({ id, reason })
    else if (intent.startsWith("resume:"))
      await operations.resume({ id, step: intent.slice("resume:".length) })
    else await operations.retry({ id })
    return redirect(`/admin/operations/${id}`)
  })
}

export default function OperationPage() {
  const say = useWords(words)
  const { operation, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const connection = useFollowed({ ...operation, isUndisturbed: answer === undefined })
  return (
    <Main>
      <PageHeader
        title={operation.title}
        up={{ to: "/admin/operations", label: say("title") }}
        aside={<StateBadge kind="operation" state={operation.state} />}
      >
        {operation.name}
      </PageHeader>
      <Trouble operation={operation} />
      <OperationActions {...{ operation, formKey, answer }} />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <OperationSteps {...{ operation, formKey, answer, connection }} />
        <div className="min-w-0 space-y-6">
          <Facts operation={operation} />
          <Card title={say("input")}>
            <PlainData value={operation.input} />
            <p className="text-muted text-sm">{say("inputHelp")}</p>
          </Card>
        </div>
      </div>
    </Main>
  )
}

/** What happened, what to do now, and below it the exact words: they are whoever's they are, in whatever language. */
function Trouble({ operation: { state, trouble, why } }: { operation: Operation }) {
  const say = useWords(words)
  if (!trouble && !why) return null
  return (
    <Banner tone={state === "stuck" ? "bad" : "info"}>
      {trouble ? (
        <p className="font-medium">
          {trouble.says} {trouble.advice}
        </p>
      ) : null}
      {why ? (
        <p className={trouble ? "text-muted mt-1" : ""}>
          <span className="font-medium">{say(trouble ? "exactWords" : "why")}:</span> {why}
        </p>
      ) : null}
    </Banner>
  )
}

function Facts({ operation }: { operation: Operation }) {
  const say = useWords(words)
  const step = useWords(stepWords)
  const { about } = useLoaderData<typeof loader>()
  return (
    <Card title={say("facts")}>
      <FactList
        facts={[
          { label: say("step"), value: operation.currentStep ? sayStep(step, operation.currentStep) : "–" },
          { label: say("attempts"), value: operation.attempts },
          { label: say("startedAt"), value: <Moment at={operation.startedAt} /> },
          { label: say("updatedAt"), value: <Moment at={operation.updatedAt} /> },
          { label: say("dueAt"), value: <Moment at={operation.dueAt} /> },
          { label: say("queue"), value: <Code>{operation.queue}</Code> },
          {
            label: say("subjects"),
            value: about.map((thing) => (
              <span key={thing.id} className="block">
                <Thing thing={thing} />
              </span>
            )),
          },
          ...(operation.closeReason ? [{ label: say("closeReason"), value: operation.closeReason }] : []),
        ]}
      />
    </Card>
  )
}

type About = Awaited<ReturnType<typeof loader>>["about"][number]

/** What it is and what it is called, with the page that shows it; an id only where nothing else is known. */
function Thing({ thing: { id, kind, name, to } }: { thing: About }) {
  const shown = [kind, name].filter(Boolean).join(" ")
  if (shown === "") return <Code>{id}</Code>
  if (to === null) return <span className="wrap-anywhere">{shown}</span>
  return (
    <Link className="text-accent wrap-anywhere underline" to={to}>
      {shown}
    </Link>
  )
}

export { PageError as ErrorBoundary }
