import type { LoaderFunctionArgs } from "react-router"
import { legalPages } from "#content/contract"
import { apiContext } from "../api-context.ts"
import { languages, withLanguage } from "../i18n/languages.ts"
import { refuseClosed } from "../refuse-closed.ts"
import { servePage } from "../serve-page.ts"

interface Entry {
  readonly path: string
  readonly changedOn?: string
}

const fixed = [
  "/",
  "/products",
  "/guides",
  "/news",
  "/about",
  "/contact",
  ...legalPages.map((page) => `/${page}`),
]

/** Every page that search engines may show, in both languages, each naming the other. */
export function loader(args: LoaderFunctionArgs) {
  refuseClosed(args.context.get(apiContext), args.request)
  return servePage(args, async ({ api }) => {
    const [products, news, guides] = await Promise.all([
      api.catalog.products.list({}),
      api.content.news.list({ limit: 100 }),
      api.content.guides.list({}),
    ])
    const entries: Entry[] = [
      ...fixed.map((path) => ({ path })),
      ...products.items.flatMap(({ slug, plans }) => [
        { path: `/products/${slug}` },
        ...plans.map((plan) => ({ path: `/products/${slug}/${plan.slug}` })),
      ]),
      ...news.items.map(({ slug, updatedOn }) => ({ path: `/news/${slug}`, changedOn: updatedOn })),
      ...guides.items.map(({ slug, updatedOn }) => ({ path: `/guides/${slug}`, changedOn: updatedOn })),
    ]
    const { origin } = new URL(args.request.url)
    return new Response(writeSitemap(entries, origin), {
      headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=600" },
    })
  })
}

function writeSitemap(entries: readonly Entry[], origin: string): string {
  const address = (path: string, language: (typeof languages)[number]) =>
    escapeXml(`${origin}${withLanguage(path, language)}`)
  const urls = entries.flatMap(({ path, changedOn }) =>
    languages.map((language) =>
      [
        "<url>",
        `<loc>${address(path, language)}</loc>`,
        changedOn ? `<lastmod>${changedOn}</lastmod>` : "",
        ...languages.map(
          (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${address(path, other)}"/>`,
        ),
        `<xhtml:link rel="alternate" hreflang="x-default" href="${address(path, "en")}"/>`,
        "</url>",
      ].join(""),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("\n")}
</urlset>
`
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")
}
