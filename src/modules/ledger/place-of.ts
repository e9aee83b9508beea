import { type SQL, sql } from "drizzle-orm"
import { transfers } from "./tables.ts"

/** Where a transfer stands in the order of the books: by days, and within a day by birth. */
export function placeOf(transferId: string): SQL {
  return sql`(select t.posted_on, t.id from ${transfers} t where t.id = ${transferId})`
}
