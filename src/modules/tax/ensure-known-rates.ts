import { inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { insertRows } from "#kit/write-rows.ts"
import { STANDARD_CLASS } from "./contract.ts"
import { knownRates } from "./known-rates.ts"
import { readPercent } from "./percent.ts"
import { taxRates } from "./tables.ts"

/** Fills in what is known of countries of which the shop has no rate of its own yet. */
export async function ensureKnownRates(ctx: Context, countries: readonly string[]): Promise<void> {
  const wanted = [...new Set(countries)]
  const there = await ctx.db
    .selectDistinct({ country: taxRates.country })
    .from(taxRates)
    .where(inArray(taxRates.country, wanted))
    .limit(wanted.length)
  const known = new Set(there.map(({ country }) => country))
  const missing = knownRates.filter(({ country }) => wanted.includes(country) && !known.has(country))
  await insertRows(
    ctx.db,
    taxRates,
    missing.map(({ country, percent, from, until, label, source }) => {
      const rate = readPercent(percent)
      return {
        id: ctx.newId("txa"),
        country,
        region: "",
        taxClass: STANDARD_CLASS,
        label,
        rateNumerator: rate.numerator,
        rateDenominator: rate.denominator,
        shareNumerator: 1n,
        shareDenominator: 1n,
        fromOn: Temporal.PlainDate.from(from),
        untilOn: until === null ? null : Temporal.PlainDate.from(until),
        source,
        createdAt: ctx.clock.now(),
      }
    }),
  )
}
