import { data } from "react-router"
import type { PageServices } from "./api-context.ts"
import { withoutLanguage } from "./i18n/languages.ts"

/** How staff come in to see why, and what the law wants read at any time. */
const OPEN_WHILE_CLOSED = [
  "sign-in",
  "prove",
  "not-me",
  "check-your-mail",
  "forgot-password",
  "reset-password",
  "terms",
  "privacy",
]

/** A suspended shop's pages answer one page that says so; the API behind them refuses by itself. */
export function refuseClosed({ closure, me }: PageServices, request: Request): void {
  if (closure === null) return
  const path = withoutLanguage(new URL(request.url).pathname).replace(/\.data$/, "")
  const [, first = ""] = path.split("/")
  if (OPEN_WHILE_CLOSED.includes(first)) return
  // Customers who may still read what is theirs have their own part of the house.
  if (first === "portal" && (closure === "read_only" || me.role === "operator")) return
  throw data(null, { status: 503, headers: { "retry-after": "3600", "cache-control": "no-store" } })
}
