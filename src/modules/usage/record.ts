import { compareFractions, type Fraction, fraction } from "#kit/fraction.ts"
import type { useRecords } from "./tables.ts"

export type UseRecord = typeof useRecords.$inferSelect

export interface UseWish {
  readonly subscriptionId: string
  readonly meter: string
  /** "1234.5" */
  readonly quantity: string
  readonly usedAt: Temporal.Instant
  /** The sender's own, once per agreement. */
  readonly key: string
  readonly corrects?: string | undefined
  readonly reason?: string | undefined
}

type Quantity = Pick<UseRecord, "numerator" | "denominator">
type Use = Quantity & Pick<UseRecord, "meter" | "usedAt" | "corrects">

/** The same thing told twice; "20" and "20.0" are the same. */
export function isSameUse(first: Use, second: Use): boolean {
  return (
    first.meter === second.meter &&
    first.corrects === second.corrects &&
    Temporal.Instant.compare(first.usedAt, second.usedAt) === 0 &&
    compareFractions(quantityOf(first), quantityOf(second)) === 0
  )
}

export function quantityOf({ numerator, denominator }: Quantity): Fraction {
  return fraction(numerator, denominator)
}

/** By agreement and key. */
export function keyOf({ subscriptionId, key }: Pick<UseRecord, "subscriptionId" | "key">): string {
  return `${subscriptionId} ${key}`
}
