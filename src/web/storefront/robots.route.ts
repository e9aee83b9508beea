import type { LoaderFunctionArgs } from "react-router"

/** Pages that are one visitor's own, and the house's machinery: nothing to be found by a search. */
const unlisted = [
  "admin",
  "portal",
  "api",
  "oauth",
  "cart",
  "checkout",
  "orders",
  "pay",
  "sign-in",
  "sign-out",
]

export function loader({ request }: LoaderFunctionArgs) {
  const { origin } = new URL(request.url)
  const lines = [
    "User-agent: *",
    ...unlisted.flatMap((path) => [`Disallow: /${path}`, `Disallow: /ko/${path}`]),
    "",
    `Sitemap: ${origin}/sitemap.xml`,
    "",
  ]
  return new Response(lines.join("\n"), {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" },
  })
}
