import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { TabLinks } from "../../ui/tab-links.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { page } = readPage(args.request)
  const isOpen = new URL(args.request.url).searchParams.get("tab") !== "all"
  return servePage(args, ({ api }) => api.payments.findings.list({ ...page, ...(isOpen ? { isOpen } : {}) }))
}

/** What a person has to clear up about money, in words that say what to do. */
export default function FindingsPage() {
  const say = useWords(words)
  const page = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      <TabLinks
        label={say("tabs")}
        tabs={[
          { key: "open", label: say("open") },
          { key: "all", label: say("all") },
        ]}
      />
      <DataTable
        caption={say("title")}
        page={page}
        rowKey={(finding) => finding.id}
        empty={say("none")}
        emptyHelp={say("noneHelp")}
        columns={[
          { key: "what", label: say("what"), cell: (finding) => finding.words },
          {
            key: "subject",
            label: say("subject"),
            cell: (finding) => <span className="text-xs break-all">{finding.subject}</span>,
          },
          { key: "ours", label: say("ours"), cell: (finding) => finding.ours, isWide: true },
          { key: "theirs", label: say("theirs"), cell: (finding) => finding.theirs, isWide: true },
          {
            key: "since",
            label: say("since"),
            cell: (finding) => <Moment at={finding.firstSeenAt} />,
            isWide: true,
          },
          {
            key: "until",
            label: say("until"),
            cell: (finding) => (finding.resolvedAt ? <Moment at={finding.resolvedAt} /> : say("stillOpen")),
            isWide: true,
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
