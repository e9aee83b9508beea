import type { Context } from "#kit/context.ts"
import type { Fraction } from "#kit/fraction.ts"

/** How much of a meter an agreement used from the first of these days on, and before the last. */
export interface UseAsked {
  readonly subscriptionId: string
  readonly meter: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  /** The agreement has ended: nothing of it is counted after this. */
  readonly isLast?: boolean
}

/** Whoever counts use answers to this; the program hands it in where it is put together. */
export interface UseSource {
  /** Quantities in the meters' units, in the order in which they were asked. */
  readonly sum: (ctx: Context, asked: readonly UseAsked[]) => Promise<Fraction[]>
  /** The same for good: what is told from now on about those days counts after them. */
  readonly close: (ctx: Context, asked: readonly UseAsked[]) => Promise<Fraction[]>
}
