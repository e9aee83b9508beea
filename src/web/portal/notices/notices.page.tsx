import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Pager } from "../../ui/pager.tsx"
import { NoticeLine } from "./notice-line.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { page } = readPage(args.request)
  return servePage(args, ({ api }) => api.notices.own.list(page))
}

export default function NoticesPage() {
  const say = useWords(words)
  const { items, next } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      {items.length === 0 ? (
        <EmptyState icon="megaphone" title={say("none")}>
          {say("noneHelp")}
        </EmptyState>
      ) : (
        <Card>
          <ul className="divide-line divide-y">
            {items.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
        </Card>
      )}
      <Pager next={next} />
    </Main>
  )
}

export { PageError as ErrorBoundary }
