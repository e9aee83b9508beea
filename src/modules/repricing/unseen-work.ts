import { type SQL, sql } from "drizzle-orm"
import { repricingCatchUp } from "./repricing-catch-up.ts"
import { priceChanges } from "./tables.ts"

/** Some change of prices is under way, or somebody was left out of one. */
export function anyPriceChange(): SQL {
  return sql`(exists (select from ${priceChanges} where state in ('listing', 'running')) or ${repricingCatchUp.isWaiting()})`
}
