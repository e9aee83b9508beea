import type { Context } from "#kit/context.ts"
import { keepStatement } from "#kit/kept-statement.ts"
import { remember } from "#kit/transaction-memo.ts"
import type { TenantSettings } from "./settings.ts"
import { settingsKey } from "./settings-key.ts"
import { settings } from "./tables.ts"

type Where = Pick<Context, "tenant" | "db">

/** Undefined before the tenant was opened. Asked once in a transaction, however many want to know. */
export function findSettings(ctx: Where): Promise<TenantSettings | undefined> {
  return remember(ctx.db, settingsKey(ctx), () => readSettings(ctx))
}

async function readSettings(ctx: Where): Promise<TenantSettings | undefined> {
  const [row] = await settingsOf(ctx.db, {})
  if (!row) return undefined
  return {
    name: row.name,
    defaultLanguage: row.defaultLanguage,
    currencies: row.currencies,
    defaultCurrency: row.currencies[0],
    timeZone: row.timeZone,
    publicUrl: row.publicUrl,
    taxIncluded: row.taxIncluded,
    taxRate: { numerator: row.taxRateNumerator, denominator: row.taxRateDenominator },
    taxLabel: row.taxLabel,
    seller: row.seller,
    legalEntityId: row.legalEntityId,
    isDemo: row.isDemo,
    ...(row.brand ? { brand: row.brand } : {}),
  }
}

const settingsOf = keepStatement((db) => db.select().from(settings).limit(1))
