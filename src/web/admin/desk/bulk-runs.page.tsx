import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./bulk.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { page } = readPage(args.request)
  return servePage(args, ({ api }) => api.desk.bulkRuns.list(page))
}

export default function BulkRunsPage() {
  const say = useWords(words)
  const page = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("bulkTitle")}>{say("bulkLead")}</PageHeader>
      <DataTable
        caption={say("bulkTitle")}
        page={page}
        rowKey={(run) => run.id}
        empty={say("noRuns")}
        emptyHelp={say("noRunsHelp")}
        columns={[
          {
            key: "what",
            label: say("what"),
            cell: (run) => (
              <Link className="text-accent underline" to={`/admin/bulk-runs/${run.id}`}>
                {run.title}
              </Link>
            ),
          },
          {
            key: "state",
            label: say("state"),
            cell: (run) => (
              <Badge tone={run.state === "done" ? "good" : "info"}>{say(`state.${run.state}`)}</Badge>
            ),
          },
          {
            key: "done",
            label: say("progress"),
            cell: (run) => say("ofTotal", { done: run.done, total: run.total }),
            isWide: true,
          },
          { key: "failed", label: say("failed"), cell: (run) => run.failed, isNumber: true },
          { key: "by", label: say("startedBy"), cell: (run) => run.startedByName, isWide: true },
          { key: "at", label: say("startedAt"), cell: (run) => <Moment at={run.createdAt} />, isWide: true },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
