import type { TenantSettings } from "#tenancy"
import type { Brand } from "./render-message.ts"

/** What a mail shows of the shop it comes from. */
export function brandOf({ name, seller, isDemo, brand, publicUrl }: TenantSettings): Brand {
  return {
    ...seller,
    name,
    isDemo,
    accent: brand?.theme?.light.accent ?? null,
    logoUrl: brand?.logo ? new URL(`/brand/logo?v=${brand.logo}`, publicUrl).toString() : null,
  }
}
