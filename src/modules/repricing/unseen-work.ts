import { type SQL, sql } from "drizzle-orm"
import { priceChanges } from "./tables.ts"

/** Some change of prices is under way. */
export function anyPriceChange(): SQL {
  return sql`exists (select from ${priceChanges} where state in ('listing', 'running'))`
}
