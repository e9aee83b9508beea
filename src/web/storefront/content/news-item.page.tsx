import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { useRoot } from "../../use-root.ts"
import { sameForVisitors } from "../../visitor-pages.ts"
import { Crumbs } from "../crumbs.tsx"
import { Seo } from "../seo.tsx"
import { ShopError } from "../shop-error.tsx"
import { describeArticle, describeCrumbs } from "../structured-data.ts"
import { words as shopWords } from "../words.ts"
import { Article } from "./article.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.content.news.get({ slug: args.params["slug"] ?? "" }))
}

export default function NewsItemPage() {
  const text = useLoaderData<typeof loader>()
  const say = useWords(shopWords)
  const language = useLanguage()
  const root = useRoot()
  const crumbs = [
    { to: "/", label: say("home") },
    { to: "/news", label: say("news") },
    { to: `/news/${text.slug}`, label: text.title },
  ]
  return (
    <main id="content" className="mx-auto w-full max-w-6xl space-y-8 px-4 py-10 sm:px-6 sm:py-14">
      <Seo
        title={text.title}
        description={text.summary || text.title}
        path={`/news/${text.slug}`}
        kind="article"
        data={
          root
            ? [
                describeArticle(text, { kind: "NewsArticle", root }),
                describeCrumbs(crumbs, root.origin, language),
              ]
            : []
        }
      />
      <Crumbs crumbs={crumbs} />
      <Article text={text} />
    </main>
  )
}

export { ShopError as ErrorBoundary, sameForVisitors as headers }
