import { type SQL, sql } from "drizzle-orm"
import { decodeKey } from "./paging.ts"

/** What a list can be put in order by, the first before the second: never null, and how a page's last value is read back. */
export type Sorting = readonly { readonly by: SQL; readonly read: (value: string) => SQL }[]

export interface SortedFilter {
  /** The name of a sorting, "-" before it for the other direction. */
  readonly sort: string
  readonly after?: string | undefined
}

/** How a list that is put in order by other things than its moments goes on after a page's last row. */
export function sortedKeyset({ sort, after }: SortedFilter, sorting: Sorting, id: SQL) {
  const isDescending = sort.startsWith("-")
  const columns = [...sorting.map(({ by }) => by), id]
  const orderBy = columns.map((column) => (isDescending ? sql`${column} desc` : sql`${column} asc`))
  const [of, ...values] = decodeKey(after, columns.length + 1) ?? []
  // A page of one order is no page of another.
  if (of !== sort) return { orderBy }
  const last = values.map((value, index) => sorting[index]?.read(value) ?? sql`${value}`)
  const [all, key] = [sql.join(columns, sql`, `), sql.join(last, sql`, `)]
  return { orderBy, after: isDescending ? sql`(${all}) < (${key})` : sql`(${all}) > (${key})` }
}
