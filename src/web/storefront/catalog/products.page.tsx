import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { EmptyState } from "../../ui/empty-state.tsx"
import { useRoot } from "../../use-root.ts"
import { sameForVisitors } from "../../visitor-pages.ts"
import { Crumbs } from "../crumbs.tsx"
import { Seo } from "../seo.tsx"
import { ShopError } from "../shop-error.tsx"
import { describeCrumbs } from "../structured-data.ts"
import { words as shopWords } from "../words.ts"
import { ChoiceSwitch } from "./choice-switch.tsx"
import { CyclePrice } from "./cycle-price.tsx"
import {
  type Choice,
  choiceQuery,
  cyclesOf,
  lowestPrice,
  type Price,
  type Product,
  readChoice,
} from "./offer.ts"
import { commonSavings } from "./savings.ts"
import { TaxNote } from "./tax-note.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop }) => {
    const choice = readChoice(args.request, shop)
    return { products: (await api.catalog.products.list({ currency: choice.currency })).items, choice }
  })
}

export default function ProductsPage() {
  const say = useWords(words)
  const sayShop = useWords(shopWords)
  const language = useLanguage()
  const origin = useRoot()?.origin ?? ""
  const { products, choice } = useLoaderData<typeof loader>()
  const plans = products.flatMap((product) => product.plans)
  const crumbs = [
    { to: "/", label: sayShop("home") },
    { to: "/products", label: say("productsTitle") },
  ]
  return (
    <main id="content" className="mx-auto w-full max-w-6xl space-y-10 px-4 py-10 sm:px-6 sm:py-14">
      <Seo
        title={say("productsTitle")}
        description={say("productsLead")}
        path="/products"
        data={[describeCrumbs(crumbs, origin, language)]}
      />
      <div className="space-y-6">
        <Crumbs crumbs={crumbs} />
        <h1 className="shop-title text-4xl sm:text-5xl">{say("productsTitle")}</h1>
        <p className="shop-lead text-muted max-w-2xl text-lg">{say("productsLead")}</p>
      </div>
      {products.length === 0 ? (
        <EmptyState title={say("nothingForSale")}>{say("nothingForSaleHelp")}</EmptyState>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <ChoiceSwitch choice={choice} cycles={cyclesOf(plans)} savings={commonSavings(plans)} />
          <TaxNote />
        </div>
      )}
      <ul className="grid gap-5 md:grid-cols-2">
        {products.map((product) => (
          <li key={product.id}>
            <ProductCard {...{ product, choice }} />
          </li>
        ))}
      </ul>
    </main>
  )
}

function ProductCard({ product, choice }: { product: Product; choice: Choice }) {
  const say = useWords(words)
  const language = useLanguage()
  const lowest = lowestPrice(product.plans, choice.cycle)
  return (
    <article className="shop-lift border-line bg-surface shadow-small relative flex h-full flex-col gap-6 rounded-2xl border p-6 sm:p-8">
      <div className="space-y-2">
        <h2 className="text-2xl font-semibold tracking-tight">{product.name[language]}</h2>
        <p className="text-muted">{product.description[language]}</p>
      </div>
      {lowest ? (
        <div className="space-y-1.5">
          <p>
            <CyclePrice
              amount={lowest.amount}
              cycle={choice.cycle}
              isFrom={product.plans.length > 1}
              className="shop-price text-3xl font-bold"
            />
          </p>
          <SetupFee price={lowest} />
        </div>
      ) : (
        <p className="text-muted">{say("notThisTerm")}</p>
      )}
      <dl className="divide-line border-line divide-y border-y text-sm">
        <Fact label={say("size")} value={useSizes(product)} />
        <Fact
          label={say("location")}
          value={product.locations.map(({ name }) => name[language]).join(", ")}
        />
        <Fact label={say("image")} value={product.images.map(({ name }) => name).join(", ")} />
      </dl>
      {product.needsApproval ? <p className="text-muted text-sm">{say("checked")}</p> : null}
      <p className="mt-auto">
        <Link
          to={`/products/${product.slug}${choiceQuery(choice)}`}
          className="text-accent font-medium no-underline after:absolute after:inset-0 after:rounded-2xl"
        >
          {say(product.plans.length > 1 ? "seeAll" : "seeOne", { name: product.name[language] })}{" "}
          <span aria-hidden="true">→</span>
        </Link>
      </p>
    </article>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex justify-between gap-6 py-2.5">
      <dt className="text-muted shrink-0">{label}</dt>
      <dd className="text-end font-medium">{value}</dd>
    </div>
  )
}

/** No price without what the first bill asks beside it. */
function SetupFee({ price: { setupFee } }: { price: Price }) {
  const say = useWords(words)
  const language = useLanguage()
  if (setupFee.minor === "0") return null
  return <p className="text-muted text-sm">{say("setupFee", { price: formatAmount(setupFee, language) })}</p>
}

/** "3 sizes, from 2 GB to 8 GB": memory is what people compare first. */
function useSizes({ plans }: Product): string {
  const say = useWords(words)
  const memories = plans.map(({ resources }) => resources.memoryMb / 1_024).toSorted((a, b) => a - b)
  const [from, to] = [memories[0] ?? 0, memories.at(-1) ?? 0]
  if (plans.length < 2) return say("oneSize", { size: say("gigabytes", { count: from }) })
  return say("sizes", {
    count: plans.length,
    from: say("gigabytes", { count: from }),
    to: say("gigabytes", { count: to }),
  })
}

export { ShopError as ErrorBoundary, sameForVisitors as headers }
