import type { Language } from "#kit/refusal.ts"
import { linkTo, sellerIn, type TenantSettings } from "#tenancy"
import type { Brand } from "./render-message.ts"

/** What a mail shows of the shop it comes from. */
export function brandOf(settings: TenantSettings, language: Language): Brand {
  const { name, isDemo, brand, publicUrl } = settings
  return {
    ...sellerIn(settings.seller, language),
    name,
    isDemo,
    preferencesUrl: linkTo(settings, language, "/portal/notifications"),
    accent: brand?.theme?.light.accent ?? null,
    logoUrl: brand?.logo ? new URL(`/brand/logo?v=${brand.logo}`, publicUrl).toString() : null,
  }
}
