import type { CollectingPolicy } from "./collecting-policy.ts"

/** What a day of the run does about one subscription. */
export type CollectingPlan =
  | { readonly act: "wait" }
  | { readonly act: "remind"; readonly daysBefore: number }
  /** The paid time is over: it is said, and nothing is taken away yet. */
  | { readonly act: "miss" }
  | { readonly act: "suspend" }
  | { readonly act: "expire" }
  /** Given up by the customer, and its last day is over. */
  | { readonly act: "cancel" }
  /** Its paid time is over, and its customer wished it to stand still from there on. */
  | { readonly act: "pause" }
  /** The pause is over, and what comes after is paid. */
  | { readonly act: "resume" }

export interface CollectingFacts {
  readonly today: Temporal.PlainDate
  readonly policy: CollectingPolicy
  readonly isMoneyOnItsWay: boolean
  /** Its next time costs nothing: there is nothing to remind of. */
  readonly isFree?: boolean
}
