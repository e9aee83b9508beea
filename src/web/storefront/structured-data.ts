import { cycleLengths } from "#catalog/contract"
import { decimalText } from "../i18n/format.ts"
import { type Language, withLanguage } from "../i18n/languages.ts"
import type { RootData } from "../use-root.ts"
import type { Choice, Product } from "./catalog/offer.ts"
import { priceFor } from "./catalog/offer.ts"

/** schema.org, as search engines read it. */
export type StructuredData = Readonly<Record<string, unknown>>

type Place = Pick<RootData, "origin" | "shop">

export function describeOrganization({ origin, shop }: Place): StructuredData {
  const { seller, brand, name } = shop
  return {
    "@type": "Organization",
    name,
    legalName: seller.legalName,
    url: `${origin}/`,
    email: seller.email,
    ...(seller.phone ? { telephone: seller.phone } : {}),
    ...(brand.logo ? { logo: `${origin}/brand/logo?v=${brand.logo}` } : {}),
    address: {
      "@type": "PostalAddress",
      streetAddress: seller.addressLines.join(", "),
      addressCountry: seller.country,
    },
  }
}

export interface Crumb {
  readonly to: string
  readonly label: string
}

export function describeCrumbs(crumbs: readonly Crumb[], origin: string, language: Language): StructuredData {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ to, label }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      item: `${origin}${withLanguage(to, language)}`,
    })),
  }
}

const places: Readonly<Record<string, number>> = { EUR: 2, GBP: 2, JPY: 0, KRW: 0, USD: 2 }

/** One product of several sizes; each offer is what the page shows for the chosen term and currency. */
export function describeProduct(
  product: Product,
  { choice, root, language }: { choice: Choice; root: Place; language: Language },
): StructuredData {
  const url = `${root.origin}${withLanguage(`/products/${product.slug}`, language)}`
  const offers = product.plans.flatMap((plan) => {
    const price = priceFor(plan, choice.cycle)
    if (!price) return []
    const { minor, currency } = price.amount
    return [
      {
        "@type": "Offer",
        name: plan.name[language],
        url: `${url}/${plan.slug}`,
        price: decimalText(minor, places[currency] ?? 2),
        priceCurrency: currency,
        availability: `https://schema.org/${plan.soldOut ? "SoldOut" : "InStock"}`,
        priceSpecification: {
          "@type": "UnitPriceSpecification",
          price: decimalText(minor, places[currency] ?? 2),
          priceCurrency: currency,
          valueAddedTaxIncluded: root.shop.taxIncluded,
          ...quantityOf(choice.cycle),
        },
      },
    ]
  })
  return {
    "@type": "Product",
    name: product.name[language],
    description: product.description[language],
    url,
    brand: { "@type": "Brand", name: root.shop.name },
    offers,
  }
}

/** In the codes of UN/CEFACT; what is paid once has no time. */
function quantityOf(cycle: Choice["cycle"]) {
  const length = cycleLengths[cycle]
  if (!length) return {}
  const unitCode = length.unit === "days" ? "DAY" : "MON"
  return { referenceQuantity: { "@type": "QuantitativeValue", value: length.count, unitCode } }
}

export function describeArticle(
  article: { title: string; summary: string; publishedOn: string; updatedOn: string },
  { kind, root }: { kind: "NewsArticle" | "TechArticle"; root: Place },
): StructuredData {
  return {
    "@type": kind,
    headline: article.title,
    ...(article.summary ? { description: article.summary } : {}),
    datePublished: article.publishedOn,
    dateModified: article.updatedOn,
    publisher: { "@type": "Organization", name: root.shop.name },
  }
}
