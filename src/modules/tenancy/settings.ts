import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import type { Currency, Rate } from "#kit/money.ts"
import type { Language, Say } from "#kit/refusal.ts"
import type { sellerShape, shopShape } from "./contract.ts"
import { settings } from "./tables.ts"

/** What a tenant has decided about its shop. */
export interface TenantSettings {
  readonly name: string
  readonly defaultLanguage: Language
  readonly currencies: readonly [Currency, ...Currency[]]
  readonly defaultCurrency: Currency
  readonly timeZone: string
  readonly taxIncluded: boolean
  readonly taxRate: Rate
  readonly taxLabel: Say
  readonly seller: z.infer<typeof sellerShape>
  readonly legalEntityId: string
  readonly isDemo: boolean
}

export async function getSettings(ctx: Context): Promise<TenantSettings> {
  const found = await findSettings(ctx)
  if (!found) throw new Error(`Tenant ${ctx.tenant} has no settings: it was never opened.`)
  return found
}

export async function findSettings(ctx: Context): Promise<TenantSettings | undefined> {
  const [row] = await ctx.db.select().from(settings).limit(1)
  if (!row) return undefined
  return {
    name: row.name,
    defaultLanguage: row.defaultLanguage,
    currencies: row.currencies,
    defaultCurrency: row.currencies[0],
    timeZone: row.timeZone,
    taxIncluded: row.taxIncluded,
    taxRate: { numerator: row.taxRateNumerator, denominator: row.taxRateDenominator },
    taxLabel: row.taxLabel,
    seller: row.seller,
    legalEntityId: row.legalEntityId,
    isDemo: row.isDemo,
  }
}

export async function saveSettings(ctx: Context, wanted: TenantSettings): Promise<void> {
  const row = {
    name: wanted.name,
    defaultLanguage: wanted.defaultLanguage,
    currencies: [...wanted.currencies] as [Currency, ...Currency[]],
    timeZone: wanted.timeZone,
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
  }
}

/** "19", "7.7": exact, for a rate that has at most four digits after the point. */
export function percentOf(rate: Rate): string {
  const scaled = (rate.numerator * 1_000_000n) / rate.denominator
  const whole = scaled / 10_000n
  const rest = (scaled % 10_000n).toString().padStart(4, "0").replace(/0+$/, "")
  return rest === "" ? whole.toString() : `${whole}.${rest}`
}
