import { and, gte, lt, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import type { Fit } from "./few-or-many.ts"

/** As a range, not as LIKE: its operators are leakproof, so the wall between tenants still lets an index serve it. */
export function beginsWith(column: PgColumn, text: string): SQL | undefined {
  return and(gte(column, text), lt(column, `${text}\u{10FFFF}`))
}

/** For a list that goes by something else than this column. */
export function fitsBeginning(id: PgColumn, column: PgColumn, text: string): Fit {
  return { id, by: column, found: beginsWith(column, text), row: sql`starts_with(${column}, ${text})` }
}
