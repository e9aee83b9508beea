import { inArray, type SQL } from "drizzle-orm"
import type { Reach } from "#kit/context.ts"
import { priceChangeItems } from "./tables.ts"

export type PriceItem = Omit<typeof priceChangeItems.$inferSelect, "tenantId">

export function readItem({ tenantId: _tenant, ...row }: typeof priceChangeItems.$inferSelect): PriceItem {
  return row
}

export function isItemWithin(reach: Reach): SQL | undefined {
  return reach.kind === "accounts" ? inArray(priceChangeItems.accountId, [...reach.accountIds]) : undefined
}

/** The last day on which an answer counts, and the last one at the old price. */
export function lastDayBefore({ firstOn }: Pick<PriceItem, "firstOn">): Temporal.PlainDate {
  return firstOn.subtract({ days: 1 })
}
