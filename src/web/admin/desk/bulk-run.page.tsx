import { lazy } from "react"
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { LiveProgress } from "../../ui/live-progress.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./bulk.words.ts"
import { BulkReport } from "./bulk-report.tsx"
import type { BulkRun } from "./bulk-run.ts"
import { BulkSubject } from "./bulk-subject.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    run: await api.desk.bulkRuns.get({ id: args.params["run"] ?? "" }),
    canRun: me.permissions.includes("desk.bulk-runs.write"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  const id = args.params["run"] ?? ""
  return serveForm(args, async ({ services, key, intent, values }) => {
    const { bulkRuns } = services.withKey(`${key}:${intent}`).desk
    if (intent === "retry") return redirect(`/admin/bulk-runs/${(await bulkRuns.retry({ id })).id}`)
    if (intent === "drop") {
      const { act } = await services.api.desk.bulkRuns.get({ id })
      await bulkRuns.drop({ id })
      return redirect(`/admin/${act.split(".")[0]}`)
    }
    await bulkRuns.confirm({
      id,
      reason: values["reason"]?.trim() || undefined,
      choice: values["choice"],
    })
    return redirect(`/admin/bulk-runs/${id}`)
  })
}

/** No boundary around it: the server waits for it, and without scripts it is all there. */
const BulkQuestion = lazy(() =>
  import("./bulk-question.tsx").then((module) => ({ default: module.BulkQuestion })),
)

const tones = { prepared: "neutral", running: "info", done: "good" } as const

export default function BulkRunPage() {
  const say = useWords(words)
  const { run, canRun, formKey } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={run.title}
        up={{ to: "/admin/bulk-runs", label: say("bulkTitle") }}
        aside={<Badge tone={tones[run.state]}>{say(`state.${run.state}`)}</Badge>}
      />
      {run.state === "prepared" ? (
        <BulkQuestion run={run} formKey={formKey} />
      ) : (
        <>
          <Standing run={run} />
          {run.state === "done" || run.failed > 0 ? <BulkReport {...{ run, formKey, canRun }} /> : null}
        </>
      )}
      <Card>
        <details open={run.state === "prepared"}>
          <summary className="cursor-pointer text-sm font-semibold">{say("all")}</summary>
          <ul className="divide-line divide-y pt-2 text-sm">
            {run.items.map((item) => (
              <li key={item.subjectId} className="flex flex-wrap justify-between gap-2 py-1.5">
                <BulkSubject run={run} item={item} />
                <span className="text-muted">{say(`item.${item.state}`)}</span>
              </li>
            ))}
          </ul>
          {run.total > run.items.length ? (
            <p className="text-muted pt-2 text-sm">
              {say("moreItems", { count: run.total - run.items.length })}
            </p>
          ) : null}
        </details>
      </Card>
    </Main>
  )
}

/** How far it is. It survives a reload, for nothing of it lives here; without scripts it says where it stood. */
function Standing({ run }: { run: BulkRun }) {
  const say = useWords(words)
  const { done, failed, total } = run
  const isOver = run.state === "done"
  return (
    <Card>
      <LiveProgress
        label={run.title}
        address={isOver ? null : `/api/v1/bulk-runs/${run.id}/progress`}
        initial={{
          operationId: null,
          state: isOver ? "done" : "running",
          steps: [],
          words: null,
          counts: { done, failed, total },
          at: run.createdAt,
        }}
      />
      <FactList
        facts={[
          { label: say("startedBy"), value: run.startedByName },
          { label: say("startedAt"), value: <Moment at={run.createdAt} /> },
          { label: say("endedAt"), value: <Moment at={run.endedAt} /> },
          ...(run.choice ? [{ label: say("choice"), value: run.choice }] : []),
          ...(run.reason ? [{ label: say("reason"), value: run.reason }] : []),
        ]}
      />
    </Card>
  )
}

export { PageError as ErrorBoundary }
