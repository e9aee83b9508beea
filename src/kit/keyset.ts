import { and, asc, desc, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { decodeKey } from "./paging.ts"

/** Which end of time a list begins at; the same index serves both. */
export type TimeOrder = "newest" | "oldest"

export interface TimedFilter {
  readonly after?: string | undefined
  readonly order?: TimeOrder | undefined
  /** Only what came from this moment on, and before that one; as texts that the contract has looked at. */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

/**
 * How a list by moment and id goes on after a page's last row, and in which order it comes. What limits it to a span of
 * time stands with it: the same index serves both.
 */
export function keysetOf(filter: TimedFilter, at: PgColumn, id: PgColumn): { after?: SQL; orderBy: SQL[] } {
  const { after, orderBy } = goingOn(filter, at, id, (text) => sql`${text}::timestamptz`)
  const within = and(after, isInSpan(filter, at))
  return within ? { after: within, orderBy } : { orderBy }
}

/** For a list that goes by something else than the moment. */
export function isInSpan({ since, until }: TimedFilter, at: PgColumn): SQL | undefined {
  return and(
    since ? sql`${at} >= ${since}::timestamptz` : undefined,
    until ? sql`${at} < ${until}::timestamptz` : undefined,
  )
}

/** The same for a list by a text that grows with time, like a number of a series. */
export function textKeysetOf(
  filter: TimedFilter,
  text: PgColumn,
  id: PgColumn,
): { after?: SQL; orderBy: SQL[] } {
  return goingOn(filter, text, id, (last) => sql`${last}`)
}

function goingOn(filter: TimedFilter, by: PgColumn, id: PgColumn, read: (text: string) => SQL) {
  const key = decodeKey(filter.after, 2)
  const isOldestFirst = filter.order === "oldest"
  const orderBy = isOldestFirst ? [asc(by), asc(id)] : [desc(by), desc(id)]
  const [first, second] = key ?? []
  if (first === undefined) return { orderBy }
  const last = sql`(${read(first)}, ${second})`
  return { after: isOldestFirst ? sql`(${by}, ${id}) > ${last}` : sql`(${by}, ${id}) < ${last}`, orderBy }
}
