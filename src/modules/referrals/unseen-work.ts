import { type SQL, sql } from "drizzle-orm"
import { referralRows } from "./tables.ts"

/** Some recommendation is not decided. */
export function anyUndecided(): SQL {
  return sql`exists (select from ${referralRows} where state = 'waiting')`
}
