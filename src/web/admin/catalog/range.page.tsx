import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { PlanTable } from "./plan-table.tsx"
import { type Product, visibilityTones } from "./range.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me }) => ({
    products: (await api.catalog.range.products.list()).items,
    canWrite: me.permissions.includes("catalog.range.write"),
    mayReprice: me.permissions.includes("repricing.changes.read"),
  }))
}

export default function RangePage() {
  const say = useWords(words)
  const { products, canWrite, mayReprice } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          <>
            {mayReprice ? (
              <ButtonLink look="secondary" to="/admin/price-changes">
                {say("priceChanges")}
              </ButtonLink>
            ) : null}
            {canWrite ? <ButtonLink to="/admin/catalog/new">{say("createProduct")}</ButtonLink> : null}
          </>
        }
      >
        {say("lead")}
      </PageHeader>
      {products.length === 0 ? <EmptyState title={say("empty")}>{say("emptyHelp")}</EmptyState> : null}
      {products.map((product) => (
        <ProductSection key={product.id} product={product} />
      ))}
    </Main>
  )
}

function ProductSection({ product }: { product: Product }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <section className="space-y-3" aria-labelledby={product.id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={product.id} className="text-lg font-semibold">
          <Link className="no-underline hover:underline" to={`/admin/catalog/${product.id}`}>
            {product.name[language]}
          </Link>
        </h2>
        <Badge tone={visibilityTones[product.state]}>{say(product.state)}</Badge>
      </div>
      <PlanTable product={product} />
    </section>
  )
}

export { PageError as ErrorBoundary }
