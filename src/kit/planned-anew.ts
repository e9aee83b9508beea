import { type SQL, sql } from "drizzle-orm"

/** Whoever keeps plans leaves statements alone in which this stands. */
export const PLANNED_ANEW = "/* planned anew */"

/**
 * For a list with filters: which index is right depends on how many rows have the wanted value. A plan that is kept
 * suits the average, and for a state that five of a million orders are in it goes through all of them; planning anew,
 * with the value at hand, takes a millisecond.
 */
export function plannedAnew(...filters: readonly unknown[]): SQL | undefined {
  return filters.some(Boolean) ? sql`true /* planned anew */` : undefined
}
