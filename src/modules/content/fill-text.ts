import type { Language, Say } from "#kit/refusal.ts"
import { sellerIn, type TenantSettings } from "#tenancy"
import type { PageText } from "./page.ts"

/** What a text may leave to the shop's own facts: {{seller}}. Anything else between such braces stays as it is. */
export function fillText({ title, summary, body }: PageText, settings: TenantSettings): PageText {
  const facts = { en: listFacts(settings, "en"), ko: listFacts(settings, "ko") }
  const fill = (text: string, language: Language) =>
    text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => facts[language][name] ?? whole)
  const inBoth = (say: Say): Say => ({ en: fill(say.en, "en"), ko: fill(say.ko, "ko") })
  return { title: inBoth(title), summary: inBoth(summary), body: inBoth(body) }
}

export const factNames = [
  "shop",
  "seller",
  "representative",
  "address",
  "country",
  "registration",
  "taxId",
  "mailOrder",
  "email",
  "phone",
] as const

/** A fact that the shop has not told about itself yet shows as a gap that nobody overlooks. */
function listFacts(settings: TenantSettings, language: Language): Readonly<Record<string, string>> {
  const { name } = settings
  const seller = sellerIn(settings.seller, language)
  const facts: Record<(typeof factNames)[number], string | null> = {
    shop: name,
    seller: seller.legalName,
    representative: seller.representative,
    address: seller.addressLines.map(holdTogether).join(", "),
    country: nameOf(seller.country, language),
    registration: seller.registrationNumber,
    taxId: seller.taxId,
    mailOrder: seller.mailOrderNumber,
    email: seller.email,
    phone: seller.phone.replaceAll(" ", "\u00a0"),
  }
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value || "…"]))
}

/** "(우) 06236": the code stays on the line of what it is the code of. */
function holdTogether(line: string): string {
  return line.replaceAll(/(?<=^\(우\)) /g, "\u00a0")
}

function nameOf(country: string, language: Language): string | null {
  return new Intl.DisplayNames([language], { type: "region" }).of(country) ?? country
}
