import { Form, Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { SubmitButton } from "../../ui/form.tsx"
import { sameForVisitors } from "../../visitor-pages.ts"
import { Seo } from "../seo.tsx"
import { ShopError } from "../shop-error.tsx"
import { words } from "./content.words.ts"
import type { Item } from "./items.ts"

export function loader(args: LoaderFunctionArgs) {
  const search = (textFilter(new URL(args.request.url).searchParams, "search") ?? "").slice(0, 80)
  return servePage(args, async ({ api }) => ({
    ...(await api.content.guides.list(search ? { search } : {})),
    search,
  }))
}

export default function GuidesPage() {
  const say = useWords(words)
  const { items, search } = useLoaderData<typeof loader>()
  return (
    <main id="content">
      <Seo title={say("guidesTitle")} description={say("guidesLead")} path="/guides" />
      <div className="shop-glow border-line border-b">
        <div className="mx-auto max-w-3xl space-y-6 px-4 py-12 text-center sm:px-6 sm:py-20">
          <h1 className="shop-title text-4xl sm:text-5xl">{say("guidesTitle")}</h1>
          <p className="shop-lead text-muted text-lg">{say("guidesLead")}</p>
          <Form method="get" role="search" className="mx-auto flex max-w-xl gap-2">
            <input
              type="search"
              name="search"
              defaultValue={search}
              aria-label={say("search")}
              placeholder={say("search")}
              maxLength={80}
              className="border-line-strong rounded-box bg-surface text-ink placeholder:text-muted min-h-11 w-full min-w-0 border px-4"
            />
            <SubmitButton size="large">{say("find")}</SubmitButton>
          </Form>
        </div>
      </div>
      <div className="mx-auto max-w-6xl space-y-6 px-4 py-10 sm:px-6 sm:py-14">
        {search ? (
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1" role="status">
            <span className="font-medium">{say("found", { count: items.length, search })}</span>
            <Link className="text-accent text-sm underline" to="/guides">
              {say("clear")}
            </Link>
          </p>
        ) : null}
        {items.length === 0 ? (
          <EmptyState icon="search" title={say(search ? "nothing" : "noGuides")}>
            <p className="pb-3">{say(search ? "nothingHelp" : "noGuidesHelp")}</p>
            <ButtonLink to="/contact" look="secondary">
              {say("toContact")}
            </ButtonLink>
          </EmptyState>
        ) : (
          <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
            {items.map((item) => (
              <li key={item.slug}>
                <GuideCard item={item} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </main>
  )
}

function GuideCard({ item }: { item: Item }) {
  return (
    <Link
      to={`/guides/${item.slug}`}
      lang={item.language}
      className="shop-lift border-line bg-surface shadow-small text-ink flex h-full flex-col gap-2 rounded-2xl border p-6 no-underline"
    >
      <h2 className="text-lg font-semibold tracking-tight">{item.title}</h2>
      {item.summary ? <p className="text-muted text-sm leading-relaxed">{item.summary}</p> : null}
    </Link>
  )
}

export { ShopError as ErrorBoundary, sameForVisitors as headers }
