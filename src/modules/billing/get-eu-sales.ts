import { eq } from "drizzle-orm"
import { euCountries } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { isByOss } from "#tax"
import { getSettings } from "#tenancy"
import { euSales } from "./eu-sales-tables.ts"
import { euro, planEuSales } from "./plan-eu-sales.ts"
import type { EuSales } from "./tax-report-contract.ts"

/** As it was added up on the last day; null where the seller is not in the EU, or no day has passed yet. */
export async function getEuSales(ctx: Context, reach: Reach): Promise<EuSales | null> {
  if (reach.kind !== "all") return null
  const { seller, timeZone } = await getSettings(ctx)
  if (!euCountries.has(seller.country)) return null
  const [row] = await ctx.db.select().from(euSales).where(eq(euSales.id, "union")).limit(1)
  const today = ctx.clock.today(timeZone)
  if (!row || row.year !== today.year) return null
  const [sold, soldBefore] = [euro(row.soldMinor), euro(row.soldBeforeMinor)]
  const plan = planEuSales({ today, sold, soldBefore, isByOss: await isByOss(ctx, today) })
  if (!plan) return null
  const { rule, percent, standing } = plan
  return {
    year: row.year,
    seenOn: row.seenOn.toString(),
    sold: toWire(sold),
    soldBefore: toWire(soldBefore),
    others: row.others,
    limit: toWire(rule.limit),
    proofLimit: toWire(rule.proofLimit),
    percent,
    standing,
    ground: rule.ground,
  }
}
