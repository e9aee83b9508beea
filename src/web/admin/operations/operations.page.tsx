import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "react-router"
import { sayIn } from "../../i18n/say.ts"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, servePage } from "../../serve-page.ts"
import { withSpan } from "../../span.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, Filters } from "../../ui/filters.tsx"
import { PageForm } from "../../ui/form.tsx"
import { FilterPeriod } from "../../ui/kept-period.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge, useStateOptions } from "../../ui/state-badge.tsx"
import { Moment } from "../../ui/texts.tsx"
import { bulkForm, bulkSelection } from "../desk/kept-bulk.tsx"
import { offerBulk, prepareBulk } from "../desk/prepare-bulk.ts"
import { nameCustomer } from "../name-customer.ts"
import { AdminPick } from "../picks.tsx"
import { readFilter } from "./find-operations.ts"
import { sayStep } from "./say-step.ts"
import { words as stepWords } from "./step.words.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => {
    const { api, me, language, newKey } = services
    const found = await api.operations.list({ ...page, ...readFilter(withSpan(search, services)) })
    const [name, subject] = [search.get("name"), search.get("subject")]
    const kinds = name ? (await api.operations.kinds()).items : []
    return {
      // Said here: no browser has to load the words of all steps.
      page: {
        ...found,
        items: found.items.map((one) => ({
          ...one,
          step: one.currentStep ? sayStep(sayIn(stepWords, language), one.currentStep) : null,
        })),
      },
      kind: kinds.find((kind) => kind.name === name)?.title ?? null,
      subject:
        found.items.flatMap((one) => one.about).find((thing) => thing.id === subject)?.name ??
        (await nameCustomer(services, subject)),
      acts: await offerBulk(services, "operations"),
      canSeeRuns: me.permissions.includes("desk.bulk-runs.read"),
      formKey: newKey(),
    }
  })
}

/** Of all that match only those the act can be done with: a retry of what is over is none. */
export function action(args: ActionFunctionArgs) {
  return prepareBulk(args, "operations", async (api, search, { page, act }) => {
    const { items, next } = await api.operations.list({ ...page, ...readFilter(search) })
    return { items: items.filter(({ can }) => (act === "operations.close" ? can.close : can.retry)), next }
  })
}

export default function OperationsPage() {
  const say = useWords(words)
  const { page, kind, subject, acts, canSeeRuns, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const columns = useColumns()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          canSeeRuns ? (
            <ButtonLink look="secondary" to="/admin/bulk-runs">
              {say("bulkRuns")}
            </ButtonLink>
          ) : null
        }
      >
        {say("lead")}
      </PageHeader>
      <Filters exportPath="/admin/export/operations">
        <FilterChoice name="state" label={say("state")} options={useStateOptions("operation")} />
        <AdminPick name="name" label={say("name")} of="work" chosen={kind} />
        <AdminPick name="subject" label={say("about")} of="thing" chosen={subject} />
        <FilterPeriod label={say("startedAt")} />
      </Filters>
      <PageForm intent={bulkForm} formKey={formKey} answer={answer}>
        <DataTable
          caption={say("caption")}
          page={page}
          rowKey={(operation) => operation.id}
          empty={say("none")}
          columns={columns}
          {...(page.items.some(isMovable) ? bulkSelection(acts, { canSelect: isMovable, label }) : {})}
        />
      </PageForm>
    </Main>
  )
}

type Operation = Awaited<ReturnType<typeof loader>>["page"]["items"][number]

/** A person can do something about it now. */
const isMovable = ({ can }: Operation) => can.retry || can.close
const label = ({ title }: Operation) => title
/** On what and for whom: a page full of "Send mail" says nothing else. */
function About({ about }: Pick<Operation, "about">) {
  const said = about.flatMap(({ name, whose }) => [name ?? [], whose ?? []].flat())
  if (said.length === 0) return null
  return (
    <span className="text-muted block text-xs font-normal wrap-anywhere">
      {[...new Set(said)].join(" · ")}
    </span>
  )
}

function useColumns(): Column<Operation>[] {
  const say = useWords(words)
  return [
    {
      key: "operation",
      label: say("operation"),
      cell: (operation) => (
        <>
          <Link className="text-accent underline" to={`/admin/operations/${operation.id}`}>
            {operation.title}
          </Link>
          <About about={operation.about} />
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
          {operation.step ?? "–"}
          {operation.trouble || operation.why ? (
            <span className="text-muted block text-xs">{operation.trouble?.says ?? operation.why}</span>
          ) : null}
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
      isBelow: true,
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
