import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage, textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, Filters, FilterText } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { readState, StateBadge, useStateOptions } from "../../ui/state-badge.tsx"
import { Moment } from "../../ui/texts.tsx"
import { sayStep } from "./say-step.ts"
import { words as stepWords } from "./step.words.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  const state = readState("operation", search.get("state"))
  return servePage(args, ({ api }) =>
    api.operations.list({
      ...page,
      state: state ? [state] : undefined,
      name: textFilter(search, "name"),
      subject: textFilter(search, "subject"),
    }),
  )
}

export default function OperationsPage() {
  const say = useWords(words)
  const page = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      <Filters exportPath="/admin/export/operations">
        <FilterChoice name="state" label={say("state")} options={useStateOptions("operation")} />
        <FilterText name="name" label={say("name")} placeholder="provisioning.create" />
        <FilterText name="subject" label={say("subject")} placeholder="srv_…" />
      </Filters>
      <DataTable
        caption={say("caption")}
        page={page}
        rowKey={(operation) => operation.id}
        empty={say("none")}
        columns={useColumns()}
      />
    </Main>
  )
}

type Operation = Awaited<ReturnType<typeof loader>>["items"][number]

function useColumns(): Column<Operation>[] {
  const say = useWords(words)
  const step = useWords(stepWords)
  return [
    {
      key: "operation",
      label: say("operation"),
      cell: (operation) => (
        <>
          <Link className="text-accent underline" to={`/admin/operations/${operation.id}`}>
            {operation.title}
          </Link>
          <span className="text-muted block text-xs font-normal">{operation.name}</span>
        </>
      ),
    },
    {
      key: "state",
      label: say("state"),
      cell: (operation) => <StateBadge kind="operation" state={operation.state} />,
    },
    {
      key: "step",
      label: say("step"),
      cell: (operation) => (
        <>
          {operation.currentStep ? sayStep(step, operation.currentStep) : "–"}
          {operation.why ? <span className="text-muted block text-xs">{operation.why}</span> : null}
        </>
      ),
      isWide: true,
    },
    {
      key: "attempts",
      label: say("attempts"),
      cell: (one) => one.attempts,
      isNumber: true,
      isWide: true,
    },
    {
      key: "startedAt",
      label: say("startedAt"),
      isOrder: true,
      cell: (one) => <Moment at={one.startedAt} />,
      isWide: true,
    },
    {
      key: "updatedAt",
      label: say("updatedAt"),
      cell: (one) => <Moment at={one.updatedAt} />,
      isWide: true,
      isExtra: true,
    },
  ]
}

export { PageError as ErrorBoundary }
