import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { Main } from "../../ui/main.tsx"
import { NoticeBadges } from "../../ui/notice-badges.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { RichText } from "../../ui/rich-text.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./words.ts"

/** Opening it is reading it. */
export function loader(args: LoaderFunctionArgs) {
  const id = args.params["notice"] ?? ""
  return servePage(args, async ({ api }) => {
    const notice = await api.notices.own.get({ id })
    if (!notice.isRead) await api.notices.own.read({ id })
    return { notice }
  })
}

export default function NoticePage() {
  const say = useWords(words)
  const { notice } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={notice.title}
        up={{ to: "/portal/notices", label: say("back") }}
        aside={<NoticeBadges {...notice} />}
      >
        <Moment at={notice.publishedAt} />
      </PageHeader>
      <Card>
        <RichText blocks={notice.body} />
      </Card>
    </Main>
  )
}

export { PageError as ErrorBoundary }
