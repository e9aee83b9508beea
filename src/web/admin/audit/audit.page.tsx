import { lazy } from "react"
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { readPage, textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { readSpan, withSpan } from "../../span.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { Filters } from "../../ui/filters.tsx"
import { FilterPeriod } from "../../ui/kept-period.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Code, Moment } from "../../ui/texts.tsx"
import { nameCustomer } from "../name-customer.ts"
import { PlainData } from "../operations/plain-data.tsx"
import { AdminPick } from "../picks.tsx"
import { sayAct } from "./acts.ts"
import { saySubject } from "./subjects.ts"
import { words } from "./words.ts"

/** No boundary around it: the server waits for it, and without scripts it is there. */
const Difference = lazy(() =>
  import("../../ui/difference.tsx").then((module) => ({ default: module.Difference })),
)

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => {
    const { api, language } = services
    const wanted = { subject: search.get("subject"), actor: search.get("actor") }
    const found = await api.audit.entries.list({
      ...page,
      ...readSpan(withSpan(search, services)),
      act: textFilter(search, "act"),
      subjectId: textFilter(search, "subject"),
      actorId: textFilter(search, "actor"),
    })
    return {
      ...found,
      chosen: {
        act: sayAct(search.get("act") ?? "", language),
        subject:
          found.items.find((entry) => entry.subjectId === wanted.subject)?.subjectName ??
          (await nameCustomer(services, wanted.subject)),
        actor: actorNamed(found.items, wanted.actor),
      },
      items: found.items.map((entry) => ({
        ...entry,
        said: sayAct(entry.act, language),
        thing: saySubject(entry.subjectId, language),
        mentions: entry.mentions.map(({ id, name }) => ({ name, to: saySubject(id, language).to })),
      })),
    }
  })
}

/** Whoever acts in a customer's name is found by their own. */
function actorNamed(entries: readonly Pick<Listed, "actor">[], id: string | null): string | null {
  for (const { actor } of entries) {
    if (actor.id === id) return actor.name
    if (actor.impersonatorId === id) return actor.impersonatorName
  }
  return null
}

type Listed = Awaited<ReturnType<ApiClient["audit"]["entries"]["list"]>>["items"][number]
type Entry = Awaited<ReturnType<typeof loader>>["items"][number]

export default function AuditPage() {
  const say = useWords(words)
  const page = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      <Filters exportPath="/admin/export/audit">
        <AdminPick name="act" label={say("act")} of="act" chosen={page.chosen.act} />
        <AdminPick name="subject" label={say("subject")} of="thing" chosen={page.chosen.subject} />
        <AdminPick name="actor" label={say("actor")} of="staff" chosen={page.chosen.actor} />
        <FilterPeriod label={say("at")} />
      </Filters>
      <DataTable
        caption={say("caption")}
        page={page}
        rowKey={(entry) => entry.id}
        empty={say("none")}
        columns={[
          { key: "act", label: say("act"), cell: (entry) => <Act entry={entry} /> },
          {
            key: "at",
            label: say("at"),
            cell: (entry) => <Moment at={entry.at} />,
            isOrder: true,
            isBelow: true,
          },
          {
            key: "actor",
            label: say("actor"),
            cell: ({ actor }) => <Actor actor={actor} />,
            isBelow: true,
          },
          {
            key: "subject",
            label: say("subject"),
            cell: (entry) => <Subject entry={entry} />,
            isBelow: true,
          },
          { key: "reason", label: say("reason"), cell: (entry) => <Reason entry={entry} />, isBelow: true },
          { key: "change", label: say("change"), cell: (entry) => <Change entry={entry} /> },
        ]}
      />
    </Main>
  )
}

/** In words, and by its own name below: that is what the filter and the API go by. */
function Act({ entry: { act, said } }: { entry: Pick<Entry, "act" | "said"> }) {
  if (said === null) return <Code>{act}</Code>
  return (
    <>
      {said}
      <span className="block font-normal">
        <Code>{act}</Code>
      </span>
    </>
  )
}

/** By name, and a click shows all they did. What the house does by itself says so, with the name that its work goes by. */
function Actor({ actor }: { actor: Entry["actor"] }) {
  const say = useWords(words)
  if (actor.id.startsWith("system:")) {
    return (
      <>
        {say("byItself")}
        <span className="block">
          <Code>{actor.id.slice("system:".length)}</Code>
        </span>
      </>
    )
  }
  const name = actor.name ?? actor.id
  return (
    <Link className="text-accent wrap-anywhere underline" to={`/admin/audit?actor=${actor.id}`}>
      {actor.impersonatorId
        ? say("actingAs", { staff: actor.impersonatorName ?? actor.impersonatorId, customer: name })
        : name}
    </Link>
  )
}

/** What it is, what it is called, whose it is: each with the page that shows it. */
function Subject({
  entry,
}: {
  entry: Pick<Entry, "subjectId" | "subjectName" | "accountId" | "accountName" | "thing">
}) {
  const say = useWords(words)
  const { subjectId, subjectName, accountId, accountName, thing } = entry
  const name = subjectName ?? (thing.kind === null ? subjectId : null)
  const shown = [thing.kind, name].filter(Boolean).join(" ")
  return (
    <>
      {thing.to ? (
        <Link className="text-accent wrap-anywhere underline" to={thing.to}>
          {shown}
        </Link>
      ) : (
        <span className="wrap-anywhere">{shown}</span>
      )}
      {accountId && accountName && accountId !== subjectId ? (
        <Link className="text-muted block w-fit wrap-anywhere underline" to={`/admin/customers/${accountId}`}>
          {accountName}
        </Link>
      ) : null}
      <Link className="text-muted block w-fit text-xs underline" to={`/admin/audit?subject=${subjectId}`}>
        {say("onlyThis")}
      </Link>
    </>
  )
}

/** What it speaks of leads there. */
function Reason({ entry: { reason, mentions } }: { entry: Pick<Entry, "reason" | "mentions"> }) {
  if (reason === null) return <span className="max-md:hidden">–</span>
  const [thing] = mentions
  if (!thing?.to) return reason
  const [before = "", ...after] = reason.split(thing.name)
  if (after.length === 0) return reason
  return (
    <>
      {before}
      <Link className="text-accent wrap-anywhere underline" to={thing.to}>
        {thing.name}
      </Link>
      {after.join(thing.name)}
    </>
  )
}

function Change({ entry: { before, after } }: { entry: Pick<Entry, "before" | "after"> }) {
  const say = useWords(words)
  if (before === null && after === null) return "–"
  return (
    <details>
      <summary className="text-accent w-fit underline">{say("show")}</summary>
      {before === null || after === null ? (
        <>
          <p className="text-muted pt-1">{say(before === null ? "after" : "before")}</p>
          <PlainData value={before ?? after} />
        </>
      ) : (
        <div className="pt-1">
          <Difference before={before} after={after} />
        </div>
      )}
    </details>
  )
}

export { PageError as ErrorBoundary }
