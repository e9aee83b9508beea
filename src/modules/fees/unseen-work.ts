import { type SQL, sql } from "drizzle-orm"
import { lateFeePolicies } from "./tables.ts"

/** This shop charges for being late. */
export function anyLateFee(): SQL {
  return sql`exists (select from ${lateFeePolicies} where kind <> 'none')`
}
