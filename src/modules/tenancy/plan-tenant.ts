import type { z } from "zod"
import type { Rate } from "#kit/money.ts"
import { tenancyRefusals } from "./errors.ts"
import type { TenantSettings } from "./settings.ts"
import type { tenantWish } from "./tenants-contract.ts"

/** Pure: what a new tenant's settings are. Its own operator completes the legal identity. */
export function planTenant(wish: z.infer<typeof tenantWish>): TenantSettings {
  return {
    name: wish.name,
    defaultLanguage: wish.defaultLanguage,
    currencies: [wish.currency],
    defaultCurrency: wish.currency,
    timeZone: checkTimeZone(wish.timeZone),
    publicUrl: new URL(wish.url).origin,
    taxIncluded: true,
    taxRate: readPercent(wish.taxPercent),
    taxLabel: { en: "VAT", ko: "부가세" },
    seller: {
      legalName: wish.name,
      representative: "",
      addressLines: [],
      country: wish.country,
      registrationNumber: "",
      taxId: "",
      mailOrderNumber: null,
      email: wish.operatorEmail,
      phone: "",
    },
    legalEntityId: wish.slug,
    isDemo: false,
  }
}

function checkTimeZone(zone: string): string {
  if (zone === "UTC" || Intl.supportedValuesOf("timeZone").includes(zone)) return zone
  return tenancyRefusals.refuse("tenancy.time_zone_unknown", { zone }, { field: "timeZone" })
}

/** "19", "7.7", whose form the contract has checked: a fraction of two whole numbers, exact. */
function readPercent(text: string): Rate {
  const [whole = "0", rest = ""] = text.split(".")
  return { numerator: BigInt(whole + rest), denominator: 100n * 10n ** BigInt(rest.length) }
}
