import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { EmptyState } from "../../ui/empty-state.tsx"
import { useRoot } from "../../use-root.ts"
import { sameForVisitors } from "../../visitor-pages.ts"
import { Seo } from "../seo.tsx"
import { ShopError } from "../shop-error.tsx"
import { describeOrganization } from "../structured-data.ts"
import { ChoiceSwitch } from "./choice-switch.tsx"
import { words as homeWords } from "./home.words.ts"
import { Hero } from "./home-hero.tsx"
import { Closing, Included, Reading, Steps } from "./home-sections.tsx"
import { type Choice, choiceQuery, cyclesOf, type Product, readChoice } from "./offer.ts"
import { PlanGrid } from "./plan-grid.tsx"
import { commonSavings } from "./savings.ts"
import { TaxNote } from "./tax-note.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop }) => {
    const choice = readChoice(args.request, shop)
    const [{ items }, news, guides] = await Promise.all([
      api.catalog.products.list({ currency: choice.currency }),
      api.content.news.list({ limit: 3 }),
      api.content.guides.list({}),
    ])
    return { products: items, choice, news: news.items, guides: guides.items.slice(0, 3) }
  })
}

export default function Home() {
  const say = useWords(homeWords)
  const root = useRoot()
  const { products, choice, news, guides } = useLoaderData<typeof loader>()
  return (
    <main id="content">
      <Seo
        description={say("description")}
        path="/"
        data={
          root
            ? [
                describeOrganization(root),
                { "@type": "WebSite", name: root.shop.name, url: `${root.origin}/` },
              ]
            : []
        }
      />
      <Hero {...{ products, choice }} />
      <Plans {...{ products, choice }} />
      <Steps />
      <Included />
      <Reading {...{ news, guides }} />
      <Closing />
    </main>
  )
}

function Plans({ products, choice }: { products: readonly Product[]; choice: Choice }) {
  const say = useWords(words)
  const sayHome = useWords(homeWords)
  const plans = products.flatMap((product) => product.plans)
  return (
    <section id="plans" className="border-line scroll-mt-16 border-t" aria-labelledby="plans-title">
      <div className="mx-auto max-w-6xl space-y-12 px-4 py-16 sm:px-6 sm:py-24">
        <div className="space-y-6">
          <h2 id="plans-title" className="shop-title text-3xl sm:text-4xl">
            {sayHome("plansTitle")}
          </h2>
          {products.length === 0 ? (
            <EmptyState title={say("nothingForSale")}>{say("nothingForSaleHelp")}</EmptyState>
          ) : (
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
              <ChoiceSwitch choice={choice} cycles={cyclesOf(plans)} savings={commonSavings(plans)} />
              <TaxNote />
            </div>
          )}
        </div>
        {products.map((product) => (
          <ProductPlans key={product.id} {...{ product, choice }} />
        ))}
      </div>
    </section>
  )
}

function ProductPlans({ product, choice }: { product: Product; choice: Choice }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <section className="space-y-6" aria-labelledby={product.id}>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div className="max-w-2xl space-y-1">
          <h3 id={product.id} className="text-xl font-semibold tracking-tight">
            {product.name[language]}
          </h3>
          <p className="text-muted">{product.description[language]}</p>
        </div>
        <Link
          className="text-accent font-medium no-underline hover:underline"
          to={`/products/${product.slug}${choiceQuery(choice)}`}
        >
          {say(product.plans.length > 1 ? "seeAll" : "seeOne", { name: product.name[language] })}{" "}
          <span aria-hidden="true">→</span>
        </Link>
      </div>
      <PlanGrid {...{ product, choice }} />
    </section>
  )
}

export { ShopError as ErrorBoundary, sameForVisitors as headers }
