import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { NoticeBadges } from "../../ui/notice-badges.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Moment } from "../../ui/texts.tsx"
import { NoticeState } from "./notice-state.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { page } = readPage(args.request)
  return servePage(args, async ({ api, me }) => ({
    page: await api.notices.list(page),
    canWrite: me.permissions.includes("notices.write"),
  }))
}

export default function NoticesPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { page, canWrite } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          canWrite ? (
            <ButtonLink icon="plus" to="/admin/notices/new">
              {say("write")}
            </ButtonLink>
          ) : null
        }
      >
        {say("lead")}
      </PageHeader>
      <DataTable
        caption={say("title")}
        page={page}
        rowKey={(notice) => notice.id}
        empty={say("none")}
        emptyHelp={say("noneHelp")}
        emptyIcon="megaphone"
        columns={[
          {
            key: "title",
            label: say("subject"),
            cell: (notice) => (
              <Link className="text-accent break-words underline" to={`/admin/notices/${notice.id}`}>
                {notice.title[language] || notice.title.en || notice.title.ko}
              </Link>
            ),
          },
          { key: "kind", label: say("kind"), cell: (notice) => <NoticeBadges {...notice} />, isWide: true },
          { key: "state", label: say("state"), cell: (notice) => <NoticeState state={notice.state} /> },
          {
            key: "publishAt",
            label: say("publishAt"),
            cell: (notice) => <Moment at={notice.publishAt} />,
            isWide: true,
          },
          {
            key: "expiresAt",
            label: say("expiresAt"),
            cell: (notice) => <Moment at={notice.expiresAt} />,
            isWide: true,
          },
          {
            key: "readers",
            label: say("readers"),
            cell: (notice) => say("readersCount", { count: notice.readers }),
            isNumber: true,
            isWide: true,
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
