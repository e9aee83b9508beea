import { data, Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { legalPages } from "#content/contract"
import { formatDay } from "../../i18n/format.ts"
import { withoutLanguage } from "../../i18n/languages.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Prose } from "../../ui/prose.tsx"
import { sameForVisitors } from "../../visitor-pages.ts"
import { Seo } from "../seo.tsx"
import { ShopError } from "../shop-error.tsx"
import { words } from "./legal.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api }) => {
    const { pathname, searchParams } = new URL(args.request.url)
    const page = legalPages.find((one) => `/${one}` === withoutLanguage(pathname).replace(/\.data$/, ""))
    if (!page) throw data(null, { status: 404 })
    return api.content.legal.get({ page, version: searchParams.get("version") ?? undefined })
  })
}

type Text = ReturnType<typeof useLoaderData<typeof loader>>

export default function LegalPage() {
  const text = useLoaderData<typeof loader>()
  return (
    <main
      id="content"
      className="mx-auto grid w-full max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-10 px-4 py-12 sm:py-16 lg:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <Seo title={text.title} description={text.summary || text.title} path={`/${text.slug}`} />
      <LegalMenu current={text.slug} />
      <article className="min-w-0 space-y-8">
        <header className="space-y-3">
          <h1 className="shop-title text-3xl break-words sm:text-4xl">{text.title}</h1>
          <Standing text={text} />
        </header>
        <Prose html={text.html} language={text.language} />
        <Versions text={text} />
      </article>
    </main>
  )
}

/** Beside each other, so that whoever looks for one finds all. */
function LegalMenu({ current }: { current: string }) {
  const say = useWords(words)
  return (
    <nav aria-label={say("menu")} className="lg:sticky lg:top-8 lg:self-start">
      <ul className="border-line flex flex-wrap gap-x-1 border-b text-sm whitespace-nowrap lg:flex-col lg:border-s lg:border-b-0">
        {legalPages.map((page) => (
          <li key={page}>
            <Link
              to={`/${page}`}
              aria-current={page === current ? "page" : undefined}
              className="text-muted hover:text-ink aria-[current=page]:text-accent aria-[current=page]:border-accent block border-b-2 border-transparent px-2 py-2 no-underline aria-[current=page]:font-semibold lg:-ms-px lg:border-s-2 lg:border-b-0 lg:py-1.5 lg:ps-4"
            >
              {say(page)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Standing({ text }: { text: Text }) {
  const say = useWords(words)
  const language = useLanguage()
  const { coming } = text
  const day = (on: string) => formatDay(on, language)
  return (
    <>
      <p className="text-muted text-sm">
        {say(text.isCurrent ? "inForce" : "notInForce", { day: day(text.updatedOn) })}
      </p>
      {text.isTemplate ? <Banner tone="warn">{say("template")}</Banner> : null}
      {text.isCurrent ? null : (
        <Banner tone="info">
          {say("other")}{" "}
          <Link className="underline" to={`/${text.slug}`}>
            {say("toCurrent")}
          </Link>
        </Banner>
      )}
      {text.isCurrent && coming ? (
        <Banner tone="info">
          {say("coming", { day: day(coming.from) })}{" "}
          <Link className="underline" to={`/${text.slug}?version=${coming.version}`}>
            {say("readComing")}
          </Link>
        </Banner>
      ) : null}
    </>
  )
}

function Versions({ text }: { text: Text }) {
  const say = useWords(words)
  const language = useLanguage()
  if (text.versions.length < 2) return null
  return (
    <section className="border-line max-w-[44rem] space-y-3 border-t pt-6" aria-labelledby="versions">
      <h2 id="versions" className="text-base font-semibold">
        {say("versions")}
      </h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {text.versions.map(({ version, from }) => (
          <li key={version}>
            {version === text.version ? (
              <span className="font-medium">{say("from", { day: formatDay(from, language) })}</span>
            ) : (
              <Link className="text-accent underline" to={`/${text.slug}?version=${version}`}>
                {say("from", { day: formatDay(from, language) })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

export { ShopError as ErrorBoundary, sameForVisitors as headers }
