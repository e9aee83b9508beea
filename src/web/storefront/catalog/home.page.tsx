import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { EmptyState } from "../../ui/empty-state.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { sameForVisitors } from "../../visitor-pages.ts"
import { ChoiceSwitch } from "./choice-switch.tsx"
import { type Choice, choiceQuery, cyclesOf, type Product, readChoice } from "./offer.ts"
import { PlanCard } from "./plan-card.tsx"
import { TaxNote } from "./tax-note.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop }) => {
    const choice = readChoice(args.request, shop)
    const { items } = await api.catalog.products.list({ currency: choice.currency })
    return { products: items, choice }
  })
}

export default function Home() {
  const say = useWords(words)
  const { products, choice } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-6xl space-y-8 px-4 py-10">
      <PageHeader title={say("homeTitle")}>
        <p className="max-w-2xl text-lg">{say("homeLead")}</p>
      </PageHeader>
      {products.length === 0 ? (
        <EmptyState title={say("nothingForSale")}>{say("nothingForSaleHelp")}</EmptyState>
      ) : (
        <div className="space-y-3">
          <ChoiceSwitch choice={choice} cycles={cyclesOf(products.flatMap((product) => product.plans))} />
          <TaxNote />
        </div>
      )}
      {products.map((product) => (
        <ProductPlans key={product.id} {...{ product, choice }} />
      ))}
    </main>
  )
}

function ProductPlans({ product, choice }: { product: Product; choice: Choice }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <section className="space-y-4" aria-labelledby={product.id}>
      <div>
        <h2 id={product.id} className="text-xl font-semibold">
          {product.name[language]}
        </h2>
        <p className="text-muted">{product.description[language]}</p>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {product.plans.map((plan) => (
          <li key={plan.id}>
            <PlanCard {...{ product, plan, choice }} />
          </li>
        ))}
      </ul>
      <p>
        <Link className="text-accent underline" to={`/products/${product.slug}${choiceQuery(choice)}`}>
          {say("seeAll", { name: product.name[language] })}
        </Link>
      </p>
    </section>
  )
}

export { PageError as ErrorBoundary, sameForVisitors as headers }
