import { and, gte, lt, type SQL } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"

/** As a range, not as LIKE: its operators are leakproof, so the wall between tenants still lets an index serve it. */
export function beginsWith(column: PgColumn, text: string): SQL | undefined {
  return and(gte(column, text), lt(column, `${text}\u{10FFFF}`))
}
