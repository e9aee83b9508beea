import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import type { TenantSettings } from "./settings.ts"
import { settings } from "./tables.ts"

export async function saveSettings(ctx: Context, wanted: TenantSettings): Promise<void> {
  const row = {
    name: wanted.name,
    defaultLanguage: wanted.defaultLanguage,
    currencies: [...wanted.currencies] as [Currency, ...Currency[]],
    timeZone: wanted.timeZone,
    publicUrl: wanted.publicUrl,
    taxIncluded: wanted.taxIncluded,
    taxRateNumerator: wanted.taxRate.numerator,
    taxRateDenominator: wanted.taxRate.denominator,
    taxLabel: wanted.taxLabel,
    seller: wanted.seller,
    legalEntityId: wanted.legalEntityId,
    isDemo: wanted.isDemo,
  }
  await ctx.db
    .insert(settings)
    .values({ id: "settings", ...row })
    .onConflictDoUpdate({ target: [settings.tenantId, settings.id], set: row })
}
