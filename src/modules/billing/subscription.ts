import type { cycles } from "#catalog/contract"
import type { Money } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { KeptDiscount } from "./price-cycles.ts"
import type { PricePart } from "./price-parts.ts"
import type { collections, subscriptionStates } from "./subscription-contract.ts"

export type SubscriptionState = (typeof subscriptionStates)[number]
export type Collection = (typeof collections)[number]
export type Cycle = (typeof cycles)[number]

/** The agreement that pays for one delivered thing, period after period. */
export interface Subscription {
  readonly id: string
  readonly accountId: string
  readonly accountName: string
  /** The id of what it pays for; its own, where nothing stands in the house for it. */
  readonly subject: string
  readonly orderId: string | null
  /** Which line of that order, where several are of one plan. */
  readonly orderItemId: string | null
  readonly planId: string
  readonly versionId: string | null
  readonly priceId: string
  readonly words: Say
  /** For one cycle and one piece, before discounts. */
  readonly unit: Money
  /** What the unit is made of; none: the plan alone. */
  readonly parts: readonly PricePart[]
  readonly discounts: readonly KeptDiscount[]
  /** For its next time; until that day it is another number, where one was chosen for the time that comes. */
  readonly quantity: number
  readonly quantityBefore: number | null
  readonly quantityUntil: Temporal.PlainDate | null
  /** Between which its customer may choose the number; null: staff alone do. */
  readonly quantityLeast: number | null
  readonly quantityMost: number | null
  readonly cycle: Cycle
  readonly state: SubscriptionState
  readonly collection: Collection
  readonly methodId: string | null
  readonly paidAt: Temporal.Instant
  readonly firstInvoiceId: string | null
  /** So many days it may be used before its first payment, */
  readonly trialDays: number | null
  /** of which a coupon added some, */
  readonly trialLonger: { readonly code: string; readonly days: number } | null
  /** and the first day after them, once they have begun. */
  readonly trialUntil: Temporal.PlainDate | null
  /** When its customer agreed to being charged after them. */
  readonly trialConsentAt: Temporal.Instant | null
  readonly anchorOn: Temporal.PlainDate | null
  /** How many cycles were paid before the anchor: those were counted from an earlier one. */
  readonly anchorNumber: number
  readonly periodNumber: number
  readonly periodStart: Temporal.PlainDate | null
  readonly periodEnd: Temporal.PlainDate | null
  readonly nextRequestOn: Temporal.PlainDate | null
  /** The open request that asks for its next time; none is made beside it. */
  readonly requestId: string | null
  /** Why the last run could not ask for it. */
  readonly trouble: string | null
  /** The day of the month on which all of its account is renewed; null: each on its own. */
  readonly billingDay: number | null
  /** Given for nothing: each time that begins by this day is not asked for. */
  readonly freeUntil: Temporal.PlainDate | null
  readonly cancelAtEnd: boolean
  readonly cancelReason: string | null
  readonly cancelAskedAt: Temporal.Instant | null
  /** When it was said that its paid time is over. */
  readonly overdueOn: Temporal.PlainDate | null
  /** Since when it stands still for want of money. */
  readonly suspendedOn: Temporal.PlainDate | null
  /** Somebody promised to pay until then: nothing is taken away before. */
  readonly graceUntil: Temporal.PlainDate | null
  /** A while in which it stands still and nothing is asked for: from the first of these days to the day before the second. */
  readonly pauseFrom: Temporal.PlainDate | null
  readonly pauseUntil: Temporal.PlainDate | null
  readonly cancelComment: string | null
  /** What staff want to remember of it. */
  readonly memo: string | null
  /** By which its customer orders it. */
  readonly purchaseOrder: string | null
  readonly endedAt: Temporal.Instant | null
  /** Put out of sight by staff. */
  readonly deletedAt: Temporal.Instant | null
  readonly createdAt: Temporal.Instant
}

/** What may follow what. The server's guard and the pages' buttons read the same table. */
export const subscriptionMoves: Readonly<Record<SubscriptionState, readonly SubscriptionState[]>> = {
  /** Opened, and what it pays for does not stand yet. */
  pending: ["trialing", "active", "cancelled"],
  /** Used before its first payment: charged when it is over, or paid by hand, or it stands still. */
  trialing: ["active", "past_due", "suspended", "cancelled", "expired"],
  active: ["past_due", "paused", "cancelled", "expired"],
  /** The paid time is over, and it is still used. */
  past_due: ["active", "suspended", "cancelled", "expired"],
  suspended: ["active", "past_due", "cancelled", "expired"],
  /** Stands still by its customer's wish, for a while that nobody pays for. */
  paused: ["active", "suspended", "cancelled", "expired"],
  /** Ended by a person's wish. */
  cancelled: [],
  /** Ended because nobody paid. */
  expired: [],
}

export function canMove(from: SubscriptionState, to: SubscriptionState): boolean {
  return subscriptionMoves[from].includes(to)
}

/** One whose time has begun. */
export interface RunningSubscription extends Subscription {
  readonly anchorOn: Temporal.PlainDate
  readonly periodStart: Temporal.PlainDate
  readonly periodEnd: Temporal.PlainDate
}

/**
 * Set up by staff for what nobody builds, and waits for its first payment: its time is as long as nothing, and begins on
 * the day that was agreed.
 */
export function isAwaited(one: Subscription): one is RunningSubscription {
  return one.state === "pending" && one.periodEnd !== null
}

/** Those that pay for something that stands. */
export const runningStates = ["trialing", "active", "past_due", "suspended", "paused"] as const

export function isRunning(one: Subscription): one is RunningSubscription {
  return (runningStates as readonly SubscriptionState[]).includes(one.state) && one.periodEnd !== null
}

/** What it pays for does not run while it is in one of these. */
export function standsStill(state: SubscriptionState): boolean {
  return state === "suspended" || state === "paused"
}

/** Why it ends where a card's bank gave its payment back: its customer can't take that back, staff can. */
export const STOPPED_BY_DISPUTE = "payment_disputed"

export function isStoppedByDispute({ cancelAtEnd, cancelReason }: Subscription): boolean {
  return cancelAtEnd && cancelReason === STOPPED_BY_DISPUTE
}
