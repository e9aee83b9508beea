import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./correction.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { limit, after } = readPage(args.request).page
  return servePage(args, async ({ api, me }) => ({
    page: await api.repricing.corrections.list({ limit, ...(after ? { after } : {}) }),
    canCorrect: me.permissions.includes("repricing.corrections.write"),
  }))
}

export default function CorrectionsPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { page, canCorrect } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("corrections")}
        up={{ to: "/admin/price-changes", label: say("title") }}
        actions={
          canCorrect ? <ButtonLink to="/admin/price-corrections/new">{say("correct")}</ButtonLink> : null
        }
      >
        {say("correctionsLead")}
      </PageHeader>
      <DataTable
        caption={say("corrections")}
        page={page}
        rowKey={({ id }) => id}
        empty={say("noCorrections")}
        emptyHelp={say("noCorrectionsHelp")}
        columns={[
          {
            key: "what",
            label: say("plan"),
            cell: (one) => (
              <Link className="text-accent break-words underline" to={`/admin/price-corrections/${one.id}`}>
                {say("byVersion", {
                  plan: one.planName[language],
                  wrong: one.wrongVersion,
                  right: one.rightVersion,
                })}
              </Link>
            ),
          },
          {
            key: "state",
            label: say("state"),
            isBelow: true,
            cell: (one) => (
              <span className="flex flex-wrap gap-1">
                <Badge tone={one.state === "over" ? "good" : "info"}>{say(one.state)}</Badge>
                {one.failed > 0 ? <Badge tone="bad">{say("failedItems")}</Badge> : null}
              </span>
            ),
          },
          { key: "done", label: say("done"), isNumber: true, cell: (one) => one.done },
          {
            key: "failed",
            label: say("failedItems"),
            isNumber: true,
            isWide: true,
            cell: (one) => one.failed,
          },
          { key: "at", label: say("createdAt"), isWide: true, cell: (one) => <Moment at={one.createdAt} /> },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
