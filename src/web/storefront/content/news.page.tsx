import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { EmptyState } from "../../ui/empty-state.tsx"
import { sameForVisitors } from "../../visitor-pages.ts"
import { Seo } from "../seo.tsx"
import { ShopError } from "../shop-error.tsx"
import { words } from "./content.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const after = new URL(args.request.url).searchParams.get("after") ?? undefined
  return servePage(args, async ({ api }) => ({
    ...(await api.content.news.list({ limit: 20, after })),
    isFirst: after === undefined,
  }))
}

export default function NewsPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { items, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-3xl space-y-10 px-4 py-12 sm:px-6 sm:py-16">
      <Seo title={say("newsTitle")} description={say("newsLead")} path="/news" />
      <div className="space-y-4">
        <h1 className="shop-title text-4xl sm:text-5xl">{say("newsTitle")}</h1>
        <p className="shop-lead text-muted text-lg">{say("newsLead")}</p>
      </div>
      {items.length === 0 ? (
        <EmptyState icon="megaphone" title={say("noNews")}>
          {say("noNewsHelp")}
        </EmptyState>
      ) : (
        <ul className="divide-line border-line divide-y border-y">
          {items.map((item) => (
            <li key={item.slug}>
              <Link to={`/news/${item.slug}`} className="group text-ink block space-y-1.5 py-6 no-underline">
                <time dateTime={item.publishedOn} className="text-muted text-sm">
                  {formatDay(item.publishedOn, language)}
                </time>
                <h2
                  className="group-hover:text-accent text-xl font-semibold tracking-tight"
                  lang={item.language}
                >
                  {item.title}
                </h2>
                {item.summary ? (
                  <p className="text-muted" lang={item.language}>
                    {item.summary}
                  </p>
                ) : null}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="flex justify-between text-sm font-medium">
        {isFirst ? null : (
          <Link className="text-accent" to="/news">
            {say("newest")}
          </Link>
        )}
        {next ? (
          <Link className="text-accent ms-auto" to={`/news?after=${next}`}>
            {say("older")}
          </Link>
        ) : null}
      </p>
    </main>
  )
}

export { ShopError as ErrorBoundary, sameForVisitors as headers }
