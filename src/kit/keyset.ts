import { asc, desc, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { decodeKey } from "./paging.ts"

/** Which end of time a list begins at; the same index serves both. */
export type TimeOrder = "newest" | "oldest"

export interface TimedFilter {
  readonly after?: string | undefined
  readonly order?: TimeOrder | undefined
}

/** How a list by moment and id goes on after a page's last row, and in which order it comes. */
export function keysetOf(filter: TimedFilter, at: PgColumn, id: PgColumn): { after?: SQL; orderBy: SQL[] } {
  const key = decodeKey(filter.after, 2)
  const isOldestFirst = filter.order === "oldest"
  const orderBy = isOldestFirst ? [asc(at), asc(id)] : [desc(at), desc(id)]
  if (!key) return { orderBy }
  const last = sql`(${key[0]}::timestamptz, ${key[1]})`
  return { after: isOldestFirst ? sql`(${at}, ${id}) > ${last}` : sql`(${at}, ${id}) < ${last}`, orderBy }
}
