import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner, type Tone } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Day } from "../../ui/texts.tsx"
import type { PageItem } from "./pages.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me }) => ({
    items: (await api.content.pages.list()).items,
    canWrite: me.permissions.includes("content.pages.write"),
  }))
}

export default function ContentPage() {
  const say = useWords(words)
  const { items, canWrite } = useLoaderData<typeof loader>()
  const isArticle = ({ kind }: PageItem) => kind === "news" || kind === "guide"
  const templates = items.filter(({ state }) => state === "template").length
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      {templates > 0 ? <Banner tone="warn">{say("templates", { count: templates })}</Banner> : null}
      <section className="space-y-3" aria-labelledby="fixed">
        <h2 id="fixed" className="text-lg font-semibold">
          {say("fixed")}
        </h2>
        <PageTable caption={say("fixed")} items={items.filter((item) => !isArticle(item))} />
      </section>
      <section className="space-y-3" aria-labelledby="articles">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="articles" className="text-lg font-semibold">
            {say("articles")}
          </h2>
          {canWrite ? <ButtonLink to="/admin/content/new">{say("create")}</ButtonLink> : null}
        </div>
        <PageTable caption={say("articles")} items={items.filter(isArticle)} />
      </section>
    </Main>
  )
}

const tones: Readonly<Record<PageItem["state"], Tone>> = {
  template: "warn",
  draft: "neutral",
  upcoming: "info",
  published: "good",
  withdrawn: "neutral",
}

function PageTable({ caption, items }: { caption: string; items: readonly PageItem[] }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <DataTable
      caption={caption}
      page={{ items, next: null }}
      rowKey={(item) => item.id}
      empty={say("none")}
      emptyHelp={say("noneHelp")}
      columns={[
        {
          key: "title",
          label: say("name"),
          cell: ({ id, title }) => (
            <Link className="text-accent underline" to={`/admin/content/${id}`}>
              {title[language] || title.en || title.ko}
            </Link>
          ),
        },
        { key: "kind", label: say("kind"), cell: ({ kind }) => say(`kind.${kind}`), isWide: true },
        {
          key: "state",
          label: say("state"),
          cell: ({ state, hasDraft }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              <Badge tone={tones[state]}>{say(`state.${state}`)}</Badge>
              {hasDraft && state !== "draft" ? (
                <span className="text-muted text-xs">{say("draftToo")}</span>
              ) : null}
            </span>
          ),
        },
        { key: "from", label: say("from"), cell: ({ from }) => <Day on={from} />, isWide: true },
      ]}
    />
  )
}

export { PageError as ErrorBoundary }
