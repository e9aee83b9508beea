import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { ErasureState, ExportState } from "../../ui/privacy-view.tsx"
import { Code, Moment } from "../../ui/texts.tsx"
import { words } from "./words.ts"

/** Copies are few and short-lived: the newest are enough here. */
const mostExports = 10

export function loader(args: LoaderFunctionArgs) {
  const { page } = readPage(args.request)
  return servePage(args, async ({ api }) => ({
    erasures: await api.privacy.erasures.list(page),
    exports: await api.privacy.exports.list({ limit: mostExports }),
  }))
}

export default function AdminPrivacyPage() {
  const say = useWords(words)
  const { erasures, exports } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          <ButtonLink look="secondary" to="/admin/privacy/retention">
            {say("retention")}
          </ButtonLink>
        }
      >
        {say("lead")}
      </PageHeader>
      <Card title={say("erasures")}>
        <DataTable
          caption={say("erasures")}
          page={erasures}
          rowKey={(wish) => wish.id}
          empty={say("noErasures")}
          emptyHelp={say("noErasuresHelp")}
          columns={[
            { key: "person", label: say("person"), cell: (wish) => <Person {...wish} /> },
            { key: "state", label: say("state"), cell: (wish) => <ErasureState state={wish.state} /> },
            { key: "due", label: say("due"), cell: (wish) => <Moment at={wish.dueAt} /> },
            {
              key: "asked",
              label: say("asked"),
              cell: (wish) => <Moment at={wish.createdAt} />,
              isWide: true,
            },
            { key: "done", label: say("done"), cell: (wish) => <Moment at={wish.doneAt} />, isWide: true },
            { key: "reason", label: say("reason"), cell: (wish) => wish.reason ?? "–", isWide: true },
          ]}
        />
      </Card>
      <Card title={say("exports")}>
        <DataTable
          caption={say("exports")}
          page={{ ...exports, next: null }}
          rowKey={(copy) => copy.id}
          empty={say("noExports")}
          columns={[
            { key: "person", label: say("person"), cell: (copy) => <Person {...copy} /> },
            { key: "state", label: say("state"), cell: (copy) => <ExportState state={copy.state} /> },
            { key: "asked", label: say("asked"), cell: (copy) => <Moment at={copy.createdAt} /> },
            { key: "reason", label: say("reason"), cell: (copy) => copy.reason ?? "–", isWide: true },
          ]}
        />
      </Card>
    </Main>
  )
}

function Person({ personId, personName }: { personId: string; personName: string | null }) {
  return (
    <Link className="text-accent underline" to={`/admin/privacy/${personId}`}>
      {personName ?? <Code>{personId}</Code>}
    </Link>
  )
}

export { PageError as ErrorBoundary }
