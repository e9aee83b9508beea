import { type SQL, sql } from "drizzle-orm"
import { quotes } from "./quote-tables.ts"

/** Some quote's last day is over. */
export function anyQuoteOver(day: Temporal.PlainDate): SQL {
  return sql`exists (select from ${quotes} where state = 'sent' and valid_until < ${day.toString()}::date)`
}
