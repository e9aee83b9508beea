import { type SQL, sql } from "drizzle-orm"
import { settings } from "./tables.ts"

/** This shop's seller is in one of those countries: a condition for work that is none of the others'. */
export function sellsFrom(countries: Iterable<string>): SQL {
  return sql`exists (select from ${settings} where seller ->> 'country' = any(${sql.param([...countries])}::text[]))`
}
