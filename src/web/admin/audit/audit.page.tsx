import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage, textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { Filters, FilterText } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Code, Moment } from "../../ui/texts.tsx"
import { SavedViews } from "../desk/saved-views.tsx"
import { PlainData } from "../operations/plain-data.tsx"
import { sayAct } from "./acts.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async ({ api, language }) => {
    const found = await api.audit.entries.list({
      ...page,
      act: textFilter(search, "act"),
      subjectId: textFilter(search, "subject"),
      actorId: textFilter(search, "actor"),
    })
    return { ...found, items: found.items.map((entry) => ({ ...entry, said: sayAct(entry.act, language) })) }
  })
}

type Entry = Awaited<ReturnType<typeof loader>>["items"][number]

export default function AuditPage() {
  const say = useWords(words)
  const page = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} actions={<SavedViews />}>
        {say("lead")}
      </PageHeader>
      <Filters exportPath="/admin/export/audit">
        <FilterText name="act" label={say("act")} placeholder="operations.retry" />
        <FilterText name="subject" label={say("subjectId")} />
        <FilterText name="actor" label={say("actorId")} />
      </Filters>
      <DataTable
        caption={say("caption")}
        page={page}
        rowKey={(entry) => entry.id}
        empty={say("none")}
        columns={[
          { key: "at", label: say("at"), cell: (entry) => <Moment at={entry.at} />, isOrder: true },
          { key: "act", label: say("act"), cell: (entry) => <Act entry={entry} /> },
          {
            key: "actor",
            label: say("actor"),
            cell: ({ actor }) =>
              actor.impersonatorId
                ? say("actingAs", { staff: actor.impersonatorId, customer: actor.id })
                : (actor.name ?? actor.id),
            isWide: true,
          },
          {
            key: "subject",
            label: say("subject"),
            cell: (entry) => <Code>{entry.subjectId}</Code>,
            isWide: true,
          },
          { key: "reason", label: say("reason"), cell: (entry) => entry.reason ?? "–", isWide: true },
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
      <span className="block">
        <Code>{act}</Code>
      </span>
    </>
  )
}

function Change({ entry: { before, after } }: { entry: Pick<Entry, "before" | "after"> }) {
  const say = useWords(words)
  if (before === null && after === null) return "–"
  return (
    <details>
      <summary className="text-accent w-fit underline">{say("show")}</summary>
      {before === null ? null : (
        <>
          <p className="text-muted pt-1">{say("before")}</p>
          <PlainData value={before} />
        </>
      )}
      {after === null ? null : (
        <>
          <p className="text-muted pt-1">{say("after")}</p>
          <PlainData value={after} />
        </>
      )}
    </details>
  )
}

export { PageError as ErrorBoundary }
