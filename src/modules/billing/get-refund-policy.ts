import { inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type FoundRefundPolicy, HOLD_DAYS, SHOP_POLICY } from "./money-back.ts"
import { refundPolicies } from "./money-back-tables.ts"
import { housePolicy } from "./withdrawal-rules.ts"

/** The product's own word, else the shop's, else the house's. */
export async function getRefundPolicy(ctx: Context, productId?: string): Promise<FoundRefundPolicy> {
  const rows = await ctx.db
    .select()
    .from(refundPolicies)
    .where(inArray(refundPolicies.id, [SHOP_POLICY, ...(productId ? [productId] : [])]))
    .limit(2)
  const own = rows.find(({ id }) => id === productId)
  const row = own ?? rows.find(({ id }) => id === SHOP_POLICY)
  if (!row) return { ...housePolicy, fees: {}, capPercent: 100, holdDays: HOLD_DAYS, source: "house" }
  const { windowDays, basis, fees, capPercent, holdDays } = row
  return { windowDays, basis, fees, capPercent, holdDays, source: own ? "product" : "shop" }
}
