import type { Place } from "./tax-book.ts"
import type { TaxSnapshot } from "./tax-terms.ts"

/** Whose tax is charged by a decision; undefined where none is, or where place decides nothing. Pure. */
export function taxedPlace({ ground, place, registration }: TaxSnapshot): Place | undefined {
  if (ground === "registered") return place ?? undefined
  return ground === "home" ? (registration ?? undefined) : undefined
}
