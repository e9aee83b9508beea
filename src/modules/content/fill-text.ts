import type { Say } from "#kit/refusal.ts"
import type { TenantSettings } from "#tenancy"
import type { PageText } from "./page.ts"

/** What a text may leave to the shop's own facts: {{seller}}. Anything else between such braces stays as it is. */
export function fillText({ title, summary, body }: PageText, settings: TenantSettings): PageText {
  const facts = listFacts(settings)
  const fill = (text: string) =>
    text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => facts[name] ?? whole)
  const inBoth = (say: Say): Say => ({ en: fill(say.en), ko: fill(say.ko) })
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
function listFacts({ name, seller }: TenantSettings): Readonly<Record<string, string>> {
  const facts: Record<(typeof factNames)[number], string | null> = {
    shop: name,
    seller: seller.legalName,
    representative: seller.representative,
    address: seller.addressLines.join(", "),
    country: seller.country,
    registration: seller.registrationNumber,
    taxId: seller.taxId,
    mailOrder: seller.mailOrderNumber,
    email: seller.email,
    phone: seller.phone,
  }
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value || "…"]))
}
