import type { z } from "zod"
import type { Currency, Rate } from "#kit/money.ts"
import type { Language, Say } from "#kit/refusal.ts"
import { nameTheme } from "#kit/theme.ts"
import type { Brand } from "./brand.ts"
import type { sellerShape, shopShape } from "./contract.ts"

/** What a tenant has decided about its shop. */
export interface TenantSettings {
  readonly name: string
  readonly defaultLanguage: Language
  readonly currencies: readonly [Currency, ...Currency[]]
  readonly defaultCurrency: Currency
  readonly timeZone: string
  /** "https://shop.example": links in mails begin with it. */
  readonly publicUrl: string
  readonly taxIncluded: boolean
  readonly taxRate: Rate
  readonly taxLabel: Say
  readonly seller: z.infer<typeof sellerShape>
  readonly legalEntityId: string
  readonly isDemo: boolean
  /** Absent: as the house draws it. */
  readonly brand?: Brand
}

export type Shop = z.infer<typeof shopShape>

/** The part of the settings that every visitor may see. */
export function describeShop(found: TenantSettings): Shop {
  return {
    name: found.name,
    defaultLanguage: found.defaultLanguage,
    currencies: [...found.currencies],
    defaultCurrency: found.defaultCurrency,
    timeZone: found.timeZone,
    taxIncluded: found.taxIncluded,
    tax: { label: found.taxLabel, percent: percentOf(found.taxRate) },
    seller: found.seller,
    isDemo: found.isDemo,
    brand: describeBrand(found),
  }
}

/** Where its colours and pictures are fetched from, each under an address that changes with it. */
function describeBrand({ brand }: TenantSettings): Shop["brand"] {
  const { theme = null, logo = null, favicon = null } = brand ?? {}
  return { theme: theme ? nameTheme(theme) : null, logo, favicon }
}

/** "19", "7.7": exact, for a rate that has at most four digits after the point. */
export function percentOf(rate: Rate): string {
  const scaled = (rate.numerator * 1_000_000n) / rate.denominator
  const whole = scaled / 10_000n
  const rest = (scaled % 10_000n).toString().padStart(4, "0").replace(/0+$/, "")
  return rest === "" ? whole.toString() : `${whole}.${rest}`
}

/** An address in the shop for a reader of that language: Korean pages stand below /ko. */
export function linkTo(found: TenantSettings, language: Language, path: string): string {
  return new URL(`${language === "ko" ? "/ko" : ""}${path}`, found.publicUrl).toString()
}
