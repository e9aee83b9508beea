import { asc } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings, percentOf } from "#tenancy"
import type { taxSettingsShape } from "./contract.ts"
import { STANDARD_CLASS } from "./contract.ts"
import { countUnprovedPlaces } from "./count-unproved-places.ts"
import { loadTaxBook } from "./load-tax-book.ts"
import { takeShare } from "./percent.ts"
import { productClasses, taxRates, taxRegistrations } from "./tables.ts"
import { findRate } from "./tax-book.ts"

/** Every place of the world, each with a few rates. */
const MOST = 2_000

/** Everything that the shop has decided about tax: what held, holds and will hold. */
export async function getTaxSettings(ctx: Context, reach: Reach): Promise<z.infer<typeof taxSettingsShape>> {
  const { timeZone } = await getSettings(ctx)
  const book = await loadTaxBook(ctx, ctx.clock.today(timeZone))
  const registrations = await ctx.db
    .select()
    .from(taxRegistrations)
    .orderBy(asc(taxRegistrations.country), asc(taxRegistrations.region), asc(taxRegistrations.fromOn))
    .limit(MOST)
  const rates = await ctx.db
    .select()
    .from(taxRates)
    .orderBy(asc(taxRates.country), asc(taxRates.region), asc(taxRates.taxClass), asc(taxRates.fromOn))
    .limit(MOST)
  const products = await ctx.db
    .select({ productId: productClasses.productId, taxClass: productClasses.taxClass })
    .from(productClasses)
    .orderBy(asc(productClasses.productId))
    .limit(MOST)
  return {
    isByPlace: book.isByPlace,
    policy: book.policy,
    registrations: registrations.map(describeRegistration),
    rates: rates.map(describeRate),
    products,
    gaps: book.registrations
      .filter((one) => !findRate(book, one, STANDARD_CLASS))
      .map(({ country, region }) => ({ country, region })),
    unprovedPlaces: await countUnprovedPlaces(ctx, reach),
  }
}

type Described = z.infer<typeof taxSettingsShape>

function describeRegistration(row: typeof taxRegistrations.$inferSelect): Described["registrations"][number] {
  const { id, country, region, number, scheme } = row
  return {
    id,
    country,
    region,
    number,
    scheme,
    from: row.fromOn.toString(),
    until: row.untilOn?.toString() ?? null,
  }
}

function describeRate(row: typeof taxRates.$inferSelect): Described["rates"][number] {
  const rate = { numerator: row.rateNumerator, denominator: row.rateDenominator }
  const share = { numerator: row.shareNumerator, denominator: row.shareDenominator }
  return {
    id: row.id,
    country: row.country,
    region: row.region,
    taxClass: row.taxClass,
    label: row.label,
    percent: percentOf(rate),
    sharePercent: percentOf(share),
    effectivePercent: percentOf(takeShare(rate, share)),
    from: row.fromOn.toString(),
    until: row.untilOn?.toString() ?? null,
    source: row.source,
  }
}
