import { requestRefusals } from "#kit/serve/errors.ts"

const READING = new Set(["GET", "HEAD", "OPTIONS"])

/**
 * A request that changes something and is carried by cookies must come from a page of the same origin. Browsers
 * say so themselves; who says nothing and has no cookie is no browser, and has nothing to ride on.
 */
export function refuseForeignOrigin(request: Request, origin: string): void {
  if (READING.has(request.method)) return
  const site = request.headers.get("sec-fetch-site")
  const from = request.headers.get("origin")
  const hasCookies = request.headers.has("cookie")
  const isForeign =
    (site !== null && site !== "same-origin" && site !== "none") ||
    (from !== null && from !== origin) ||
    (site === null && from === null && hasCookies)
  if (!isForeign) return
  requestRefusals.refuse("request.not_from_here", {}, { because: `origin ${from}, site ${site}` })
}
