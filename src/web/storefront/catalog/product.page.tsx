import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { Icon, type IconName } from "../../ui/icon.tsx"
import { TourStop } from "../../ui/tour-stop.tsx"
import { useRoot } from "../../use-root.ts"
import { sameForVisitors } from "../../visitor-pages.ts"
import { Crumbs } from "../crumbs.tsx"
import { Seo } from "../seo.tsx"
import { ShopError } from "../shop-error.tsx"
import { describeCrumbs, describeProduct } from "../structured-data.ts"
import { words as shopWords } from "../words.ts"
import { ChoiceSwitch } from "./choice-switch.tsx"
import { ComparisonTable } from "./comparison-table.tsx"
import { cyclesOf, type Product, readChoice } from "./offer.ts"
import { PlanGrid } from "./plan-grid.tsx"
import { commonSavings } from "./savings.ts"
import { TaxNote } from "./tax-note.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop }) => {
    const choice = readChoice(args.request, shop)
    const slug = args.params["product"] ?? ""
    return { product: await api.catalog.products.get({ slug, currency: choice.currency }), choice }
  })
}

export default function ProductPage() {
  const say = useWords(words)
  const { product, choice } = useLoaderData<typeof loader>()
  return (
    <main id="content">
      <Top product={product} />
      <div className="mx-auto w-full max-w-6xl space-y-16 px-4 py-10 sm:px-6 sm:py-14">
        <section className="space-y-6" aria-labelledby="plans">
          <h2 id="plans" className="sr-only">
            {say("plansTitle")}
          </h2>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <ChoiceSwitch
              choice={choice}
              cycles={cyclesOf(product.plans)}
              savings={commonSavings(product.plans)}
            />
            <TaxNote />
          </div>
          <TourStop name="buy">
            <PlanGrid {...{ product, choice }} />
          </TourStop>
        </section>
        {/* One alone has nothing to be compared with: its card says it all. */}
        {product.plans.length > 1 ? (
          <div className="space-y-6">
            <h2 className="text-2xl font-semibold tracking-tight">{say("compare")}</h2>
            <ComparisonTable {...{ product, choice }} />
          </div>
        ) : null}
        <Where product={product} />
        <Questions isChecked={product.needsApproval} />
      </div>
    </main>
  )
}

function Top({ product }: { product: Product }) {
  const sayShop = useWords(shopWords)
  const say = useWords(words)
  const language = useLanguage()
  const root = useRoot()
  const { choice } = useLoaderData<typeof loader>()
  const crumbs = [
    { to: "/", label: sayShop("home") },
    { to: "/products", label: sayShop("products") },
    { to: `/products/${product.slug}`, label: product.name[language] },
  ]
  return (
    <div className="shop-glow border-line border-b">
      <Seo
        title={product.name[language]}
        description={product.description[language]}
        path={`/products/${product.slug}`}
        data={
          root
            ? [
                describeProduct(product, { choice, root, language }),
                describeCrumbs(crumbs, root.origin, language),
              ]
            : []
        }
      />
      <div className="mx-auto max-w-6xl space-y-6 px-4 pt-10 pb-12 sm:px-6 sm:pt-14 sm:pb-16">
        <Crumbs crumbs={crumbs} />
        <h1 className="shop-title text-4xl sm:text-6xl">{product.name[language]}</h1>
        <p className="shop-lead text-muted max-w-2xl text-lg sm:text-xl">{product.description[language]}</p>
        {product.needsApproval ? <p className="text-muted text-sm">{say("checked")}</p> : null}
      </div>
    </div>
  )
}

function Where({ product }: { product: Product }) {
  const say = useWords(words)
  const language = useLanguage()
  const lists: readonly { icon: IconName; label: string; items: readonly string[] }[] = [
    { icon: "globe", label: say("location"), items: product.locations.map(({ name }) => name[language]) },
    { icon: "screen", label: say("image"), items: product.images.map(({ name }) => name) },
  ]
  return (
    <section className="space-y-6" aria-labelledby="where">
      <h2 id="where" className="text-2xl font-semibold tracking-tight">
        {say("whereTitle")}
      </h2>
      <div className="grid gap-5 md:grid-cols-2">
        {lists.map(({ icon, label, items }) => (
          <div key={label} className="border-line space-y-4 rounded-2xl border p-6">
            <h3 className="flex items-center gap-2 font-semibold">
              <Icon name={icon} className="text-accent size-4.5" />
              {label}
            </h3>
            <ul className="flex flex-wrap gap-2">
              {items.map((item) => (
                <li key={item} className="bg-raised rounded-full px-3.5 py-1.5 text-sm font-medium">
                  {item}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function Questions({ isChecked }: { isChecked: boolean }) {
  const say = useWords(words)
  const questions = [
    { question: say("qWhen"), answer: say(isChecked ? "aWhenChecked" : "aWhen") },
    { question: say("qPrice"), answer: say("aPrice") },
    { question: say("qEnd"), answer: say("aEnd") },
    { question: say("qBack"), answer: say("aBack") },
  ]
  return (
    <section className="max-w-3xl space-y-6" aria-labelledby="questions">
      <h2 id="questions" className="text-2xl font-semibold tracking-tight">
        {say("questions")}
      </h2>
      <div className="divide-line border-line divide-y border-y">
        {questions.map(({ question, answer }) => (
          <details key={question} className="group">
            <summary className="shop-plain flex items-center justify-between gap-4 py-4 font-medium">
              {question}
              <Icon name="down" className="text-muted size-4 transition-transform group-open:rotate-180" />
            </summary>
            <p className="text-muted shop-lead pe-8 pb-5">{answer}</p>
          </details>
        ))}
      </div>
    </section>
  )
}

export { ShopError as ErrorBoundary, sameForVisitors as headers }
