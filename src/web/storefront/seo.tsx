import { withLanguage } from "../i18n/languages.ts"
import { useLanguage } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import type { StructuredData } from "./structured-data.ts"

export interface SeoProps {
  /** Without the shop's name; nothing: the shop's name alone. */
  readonly title?: string
  readonly description: string
  /** "/products/vps": the one address under which this content is found, whatever the query. */
  readonly path: string
  readonly kind?: "website" | "article"
  readonly data?: readonly StructuredData[]
}

/** What search engines and link previews read. Browsers place it in the head, wherever a page says it. */
export function Seo({ title, description, path, kind = "website", data = [] }: SeoProps) {
  const language = useLanguage()
  const root = useRoot()
  const shop = root?.shop.name ?? ""
  const whole = title ? `${title} · ${shop}` : shop
  const address = `${root?.origin ?? ""}${withLanguage(path, language)}`
  const logo = root?.shop.brand.logo
  return (
    <>
      <title>{whole}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={address} />
      <meta property="og:type" content={kind} />
      <meta property="og:site_name" content={shop} />
      <meta property="og:title" content={title ?? shop} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={language === "ko" ? "ko_KR" : "en_GB"} />
      <meta property="og:locale:alternate" content={language === "ko" ? "en_GB" : "ko_KR"} />
      {logo ? <meta property="og:image" content={`${root?.origin}/brand/logo?v=${logo}`} /> : null}
      <meta name="twitter:card" content="summary" />
      {data.map((one) => (
        <script
          key={String(one["@type"])}
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: inScript(one) }}
        />
      ))}
    </>
  )
}

/** Data, not a script: it runs nothing. No text in it can end the element either. */
function inScript(data: StructuredData): string {
  return JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c")
}
