import { Form, isRouteErrorResponse, Link, useRouteError } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { ButtonLink } from "../ui/button.tsx"
import { SubmitButton } from "../ui/form.tsx"
import { detailOfFailure, kindOfFailure } from "../ui/page-error.tsx"
import { words as failureWords } from "../words.ts"
import { words } from "./words.ts"

/** Whoever came to nothing is shown the ways on; of every other failure is said whose fault it is and what to do. */
export function ShopError() {
  const error = useRouteError()
  return isRouteErrorResponse(error) && error.status === 404 ? <Missing /> : <Failed error={error} />
}

function Failed({ error }: { error: unknown }) {
  const say = useWords(failureWords)
  const sayShop = useWords(words)
  const kind = kindOfFailure(error)
  const status = isRouteErrorResponse(error) ? error.status : 500
  const detail = detailOfFailure(error)
  return (
    <main id="content" className="shop-glow grow">
      <title>{say(`${kind}Title`)}</title>
      <meta name="robots" content="noindex" />
      <div className="mx-auto w-full max-w-2xl space-y-8 px-4 py-20 sm:px-6 sm:py-28">
        <div className="space-y-4">
          <p className="text-accent font-mono text-sm font-semibold">{status}</p>
          <h1 className="shop-title text-4xl sm:text-5xl">{say(`${kind}Title`)}</h1>
          <p className="shop-lead text-muted text-lg">{detail ?? say(kind)}</p>
        </div>
        <p className="flex flex-wrap gap-3">
          {kind === "forbidden" || kind === "unfit" ? null : (
            <ButtonLink to="" isDocument size="large">
              {say("tryAgain")}
            </ButtonLink>
          )}
          <ButtonLink to="/" isDocument size="large" look="secondary">
            {say("goHome")}
          </ButtonLink>
          <ButtonLink to="/contact" isDocument size="large" look="quiet">
            {sayShop("contact")}
          </ButtonLink>
        </p>
      </div>
    </main>
  )
}

const ways = [
  { to: "/products", word: "products" },
  { to: "/guides", word: "guides" },
  { to: "/contact", word: "contact" },
  { to: "/", word: "home" },
] as const

function Missing() {
  const say = useWords(words)
  return (
    <main id="content" className="shop-glow grow">
      <title>{say("missingTitle")}</title>
      <meta name="robots" content="noindex" />
      <div className="mx-auto w-full max-w-2xl space-y-8 px-4 py-20 sm:px-6 sm:py-28">
        <div className="space-y-4">
          <p className="text-accent font-mono text-sm font-semibold">404</p>
          <h1 className="shop-title text-4xl sm:text-5xl">{say("missingTitle")}</h1>
          <p className="shop-lead text-muted text-lg">{say("missing")}</p>
        </div>
        <Form method="get" action="/guides" role="search" className="flex gap-2">
          <input
            type="search"
            name="search"
            aria-label={say("searchGuides")}
            placeholder={say("searchGuides")}
            maxLength={80}
            className="border-line-strong rounded-box bg-surface text-ink placeholder:text-muted min-h-11 w-full min-w-0 border px-4"
          />
          <SubmitButton size="large" look="secondary">
            {say("search")}
          </SubmitButton>
        </Form>
        <ul className="border-line divide-line divide-y border-y">
          {ways.map(({ to, word }) => (
            <li key={to}>
              <Link
                to={to}
                reloadDocument
                className="text-ink hover:text-accent flex items-center justify-between py-3.5 font-medium no-underline"
              >
                {say(word)}
                <span aria-hidden="true">→</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </main>
  )
}
