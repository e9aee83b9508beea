import { Link, type LoaderFunctionArgs, useLoaderData, useRevalidator } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { ProgressBar } from "../../ui/progress-bar.tsx"
import { Code, Moment } from "../../ui/texts.tsx"
import { useEventStream } from "../../ui/use-event-stream.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api }) => ({
    run: await api.desk.bulkRuns.get({ id: args.params["run"] ?? "" }),
  }))
}

type Run = Awaited<ReturnType<typeof loader>>["run"]

export default function BulkRunPage() {
  const say = useWords(words)
  const { run } = useLoaderData<typeof loader>()
  useFollowed(run)
  const { done, failed, total } = run
  const failures = run.items.filter((item) => item.state === "failed")
  return (
    <Main>
      <PageHeader
        title={run.title}
        up={{ to: "/admin/bulk-runs", label: say("bulkTitle") }}
        aside={<Badge tone={run.state === "running" ? "info" : "good"}>{say(`state.${run.state}`)}</Badge>}
      />
      <Card>
        <ProgressBar
          label={say("summary", { done, failed, total })}
          value={((done + failed) / total) * 100}
        />
        {run.state === "running" ? <p className="text-muted text-sm">{say("goesOn")}</p> : null}
        <FactList
          facts={[
            { label: say("startedBy"), value: run.startedByName },
            { label: say("startedAt"), value: <Moment at={run.createdAt} /> },
            { label: say("endedAt"), value: <Moment at={run.endedAt} /> },
            ...(run.reason ? [{ label: say("reason"), value: run.reason }] : []),
          ]}
        />
      </Card>
      <Card title={say("failures")}>
        {failures.length === 0 ? <p className="text-muted text-sm">{say("noFailures")}</p> : null}
        <ul className="divide-line divide-y text-sm">
          {failures.map((item) => (
            <li key={item.subjectId} className="space-y-0.5 py-2">
              <Subject run={run} item={item} />
              <p>{item.why}</p>
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <details>
          <summary className="cursor-pointer text-sm font-semibold">{say("all")}</summary>
          <ul className="divide-line divide-y pt-2 text-sm">
            {run.items.map((item) => (
              <li key={item.subjectId} className="flex flex-wrap justify-between gap-2 py-1.5">
                <Subject run={run} item={item} />
                <span className="text-muted">{say(`item.${item.state}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      </Card>
    </Main>
  )
}

/** "operations.retry" is about operations, which have pages of that name. */
function Subject({ run, item }: { run: Run; item: Run["items"][number] }) {
  return (
    <span>
      <Link
        className="text-accent wrap-anywhere underline"
        to={`/admin/${run.act.split(".")[0]}/${item.subjectId}`}
      >
        {item.title ?? <Code>{item.subjectId}</Code>}
      </Link>
      {item.about ? <span className="text-muted block text-xs">{item.about}</span> : null}
    </span>
  )
}

/** While it runs, each thing done fetches the figures anew; it survives a reload, for nothing of it lives here. */
function useFollowed(run: Run): void {
  const { revalidate, state } = useRevalidator()
  useEventStream(run.state === "running" ? `/api/v1/bulk-runs/${run.id}/progress` : null, {
    onValue: () => void (state === "idle" && revalidate()),
    onEnd: () => void revalidate(),
  })
}

export { PageError as ErrorBoundary }
