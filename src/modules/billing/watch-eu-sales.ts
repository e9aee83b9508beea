import { euCountries } from "#identity"
import type { Context } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { euSales } from "./eu-sales-tables.ts"
import { sumEuSales } from "./sum-eu-sales.ts"

/** Once a day: two years of papers are too much to add up whenever somebody looks. */
export async function watchEuSales(ctx: Context, today: Temporal.PlainDate): Promise<void> {
  const { seller } = await getSettings(ctx)
  if (!euCountries.has(seller.country)) return
  const wish = { home: seller.country }
  const sold = await sumEuSales(ctx, { kind: "all" }, { ...wish, year: today.year })
  const before = await sumEuSales(ctx, { kind: "all" }, { ...wish, year: today.year - 1 })
  const row = {
    year: today.year,
    soldMinor: sold.get("EUR") ?? 0n,
    soldBeforeMinor: before.get("EUR") ?? 0n,
    others: [...sold]
      .filter(([currency]) => currency !== "EUR")
      .map(([currency, minor]) => toWire(money(minor, currency))),
    seenOn: today,
  }
  await ctx.db
    .insert(euSales)
    .values({ id: "union", ...row })
    .onConflictDoUpdate({ target: [euSales.tenantId, euSales.id], set: row })
}
