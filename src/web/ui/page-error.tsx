import { isRouteErrorResponse, useRouteError } from "react-router"
import type { ProblemFacts } from "../api-problem.ts"
import { useWords } from "../i18n/use-words.ts"
import { words } from "../words.ts"
import { ButtonLink } from "./button.tsx"

type Kind = "notFound" | "forbidden" | "unfit" | "busy" | "offline" | "broken"

/** One page for every way a page can fail; the words say whose fault it is and what to do. */
export function PageError() {
  const error = useRouteError()
  const say = useWords(words)
  const kind = kindOfFailure(error)
  const status = isRouteErrorResponse(error) ? error.status : undefined
  const detail = detailOfFailure(error)
  return (
    <main id="content" className="mx-auto w-full max-w-xl grow space-y-4 px-4 py-16">
      <title>{say(`${kind}Title`)}</title>
      {status && kind === "broken" ? (
        <p className="text-muted text-sm">{say("errorStatus", { status })}</p>
      ) : null}
      <h1 className="text-2xl font-semibold">{say(`${kind}Title`)}</h1>
      <p>{detail ?? say(kind)}</p>
      <p className="flex flex-wrap gap-3">
        {kind === "notFound" || kind === "forbidden" || kind === "unfit" ? null : (
          <ButtonLink to="" isDocument>
            {say("tryAgain")}
          </ButtonLink>
        )}
        <ButtonLink to="/" isDocument look="secondary">
          {say("goHome")}
        </ButtonLink>
      </p>
    </main>
  )
}

/** What the API said about it. Not of an address with something missing: that speaks of fields, and there are none. */
export function detailOfFailure(error: unknown): string | undefined {
  if (!isRouteErrorResponse(error) || error.status === 422) return undefined
  return (error.data as ProblemFacts | undefined)?.detail
}

/** Whose fault it is, for the words. */
export function kindOfFailure(error: unknown): Kind {
  if (isRouteErrorResponse(error)) {
    if (error.status === 404) return "notFound"
    if (error.status === 403) return "forbidden"
    if (error.status === 429) return "busy"
    return error.status < 500 ? "unfit" : "broken"
  }
  // On the server there is no connection to lose. Each browser words a failed fetch in its own way.
  if (typeof window === "undefined") return "broken"
  const isFetch = error instanceof TypeError && /fetch|load failed|network/i.test(error.message)
  return isFetch || !navigator.onLine ? "offline" : "broken"
}
