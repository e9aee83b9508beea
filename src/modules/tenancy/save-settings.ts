import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { forget } from "#kit/transaction-memo.ts"
import type { TenantSettings } from "./settings.ts"
import { settingsKey } from "./settings-key.ts"
import { domains, settings, tenants } from "./tables.ts"
import { tellTenancyNews } from "./tell-tenancy-news.ts"

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
    brand: wanted.brand ?? null,
  }
  await ctx.db
    .insert(settings)
    .values({ id: "settings", ...row })
    .onConflictDoUpdate({ target: [settings.tenantId, settings.id], set: row })
  forget(ctx.db, settingsKey(ctx))
  await registerOrigin(ctx, wanted.publicUrl)
}

/** Says at the door, before any wall is passed, where the shop's other names lead; never to a name that isn't its own. */
async function registerOrigin(ctx: Context, publicUrl: string): Promise<void> {
  const host = new URL(publicUrl).hostname
  const own = await ctx.db.$count(domains, and(eq(domains.host, host), eq(domains.tenantId, ctx.tenant)))
  const origin = own > 0 ? publicUrl : null
  await ctx.db.update(tenants).set({ origin }).where(eq(tenants.id, ctx.tenant))
  await tellTenancyNews(ctx)
}
