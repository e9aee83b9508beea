import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { useRoot } from "../../use-root.ts"
import { sameForVisitors } from "../../visitor-pages.ts"
import { Crumbs } from "../crumbs.tsx"
import { Seo } from "../seo.tsx"
import { ShopError } from "../shop-error.tsx"
import { describeArticle, describeCrumbs } from "../structured-data.ts"
import { words as shopWords } from "../words.ts"
import { Article } from "./article.tsx"
import { words } from "./content.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.content.guides.get({ slug: args.params["slug"] ?? "" }))
}

export default function GuidePage() {
  const text = useLoaderData<typeof loader>()
  const say = useWords(shopWords)
  const sayContent = useWords(words)
  const language = useLanguage()
  const root = useRoot()
  const crumbs = [
    { to: "/", label: say("home") },
    { to: "/guides", label: say("guides") },
    { to: `/guides/${text.slug}`, label: text.title },
  ]
  return (
    <main id="content" className="mx-auto w-full max-w-6xl space-y-8 px-4 py-10 sm:px-6 sm:py-14">
      <Seo
        title={text.title}
        description={text.summary || text.title}
        path={`/guides/${text.slug}`}
        kind="article"
        data={
          root
            ? [
                describeArticle(text, { kind: "TechArticle", root }),
                describeCrumbs(crumbs, root.origin, language),
              ]
            : []
        }
      />
      <Crumbs crumbs={crumbs} />
      <Article text={text} />
      <section className="border-line bg-canvas flex max-w-[44rem] flex-wrap items-center justify-between gap-4 rounded-2xl border p-6">
        <div>
          <p className="font-semibold">{sayContent("helped")}</p>
          <p className="text-muted text-sm">{sayContent("helpedWhat")}</p>
        </div>
        <ButtonLink to="/contact" look="secondary">
          {sayContent("toContact")}
        </ButtonLink>
      </section>
    </main>
  )
}

export { ShopError as ErrorBoundary, sameForVisitors as headers }
