import { and, eq, lte, ne } from "drizzle-orm"
import type { PriceChange } from "./get-change.ts"
import { priceChangeItems } from "./tables.ts"

/** Of a change: whose day to be asked or told has come. Nobody hears of a price that stays. */
export function isToBeTold({ id }: PriceChange, today: Temporal.PlainDate) {
  return and(
    eq(priceChangeItems.changeId, id),
    eq(priceChangeItems.state, "waiting"),
    ne(priceChangeItems.direction, "same"),
    lte(priceChangeItems.tellOn, today),
  )
}
