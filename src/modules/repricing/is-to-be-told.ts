import { and, eq, lte } from "drizzle-orm"
import type { PriceChange } from "./get-change.ts"
import { priceChangeItems } from "./tables.ts"

/** Of a change: whose day to be asked or told has come. */
export function isToBeTold({ id }: PriceChange, today: Temporal.PlainDate) {
  return and(
    eq(priceChangeItems.changeId, id),
    eq(priceChangeItems.state, "waiting"),
    lte(priceChangeItems.tellOn, today),
  )
}
