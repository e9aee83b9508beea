import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage, textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount, Moment } from "../../ui/texts.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, ({ api }) =>
    api.paperwork.drafts.list({ ...page, state: "draft", accountId: textFilter(search, "account") }),
  )
}

export default function DraftsPage() {
  const say = useWords(words)
  const page = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("drafts")} up={{ to: "/admin/requests", label: say("title") }} />
      <DataTable
        caption={say("drafts")}
        page={page}
        rowKey={(draft) => draft.id}
        empty={say("draftsNone")}
        emptyHelp={say("draftsHelp")}
        columns={[
          {
            key: "words",
            label: say("words"),
            cell: (draft) => (
              <Link className="text-accent break-words underline" to={`/admin/requests/drafts/${draft.id}`}>
                {draft.lines[0]?.words}
              </Link>
            ),
          },
          {
            key: "account",
            label: say("account"),
            cell: (draft) => (
              <Link className="text-accent underline" to={`/admin/customers/${draft.accountId}`}>
                {draft.accountName}
              </Link>
            ),
            isWide: true,
          },
          {
            key: "madeAt",
            label: say("madeAt"),
            cell: (draft) => <Moment at={draft.createdAt} />,
            isOrder: true,
            isWide: true,
          },
          {
            key: "total",
            label: say("total"),
            cell: (draft) => <Amount value={draft.total} />,
            isNumber: true,
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
