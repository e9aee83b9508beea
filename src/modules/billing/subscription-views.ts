import type { z } from "zod"
import { type Money, money, times, toWire } from "#kit/money.ts"
import type { collectingPolicyShape } from "./collecting-contract.ts"
import type { CollectingPolicy } from "./collecting-policy.ts"
import { isFreeFrom } from "./free-time.ts"
import { isDeletable } from "./is-deletable.ts"
import { isPaidBeyondPause, nextStart, standInPause } from "./pause.ts"
import { daysLeft, lastDayOf } from "./period.ts"
import { planPauseRange } from "./plan-pause-range.ts"
import { priceCycle } from "./price-cycles.ts"
import { sumParts } from "./price-parts.ts"
import { boundsOf, isCountable, plannedQuantity, quantityOn } from "./quantity.ts"
import {
  isAwaited,
  isRunning,
  isStoppedByDispute,
  type RunningSubscription,
  type Subscription,
} from "./subscription.ts"
import type { subscriptionShape, upcomingShape } from "./subscription-contract.ts"
import { dueDayOf } from "./unpaid-trial.ts"
import type { UpcomingCharge } from "./upcoming-charges.ts"

export interface SubscriptionReader {
  readonly today: Temporal.PlainDate
  readonly isStaff: boolean
  readonly policy: Pick<CollectingPolicy, "pauseDays">
}

export function describeSubscription(
  one: Subscription,
  to: SubscriptionReader,
): z.infer<typeof subscriptionShape> {
  // What waits for its first payment has no time yet, and only a day on which it may begin.
  const startsOn = isAwaited(one) ? one.periodEnd : null
  const { periodStart, periodEnd } = startsOn ? { periodStart: null, periodEnd: null } : one
  return {
    id: one.id,
    accountId: one.accountId,
    accountName: one.accountName,
    subject: one.subject,
    orderId: one.orderId,
    planId: one.planId,
    words: one.words,
    state: one.state,
    collection: one.collection,
    methodId: one.methodId,
    cycle: one.cycle,
    quantity: one.quantity,
    quantityNow: quantityOn(one, to.today),
    quantityFrom: plannedQuantity(one, to.today)?.on.toString() ?? null,
    quantityBounds: boundsOf(one),
    price: toWire(priceOf(one)),
    listPrice: toWire(times(one.unit, BigInt(one.quantity))),
    parts: one.parts.map((part) => ({
      optionId: part.optionId,
      words: part.words,
      quantity: part.quantity,
      amount: toWire(sumParts([part], one.unit)),
    })),
    trial: describeTrial(one),
    anchorOn: startsOn ? null : (one.anchorOn?.toString() ?? null),
    periodNumber: one.periodNumber,
    periodStart: periodStart?.toString() ?? null,
    periodEnd: periodEnd?.toString() ?? null,
    lastDay: periodEnd ? lastDayOf(periodEnd).toString() : null,
    daysLeft: periodEnd ? daysLeft(periodEnd, to.today) : null,
    nextRequestOn: one.nextRequestOn?.toString() ?? null,
    paymentRequestId: one.requestId,
    cancelAtEnd: one.cancelAtEnd,
    trouble: to.isStaff ? one.trouble : null,
    cancelReason: one.cancelReason,
    cancelComment: to.isStaff ? one.cancelComment : null,
    memo: to.isStaff ? one.memo : null,
    purchaseOrder: one.purchaseOrder,
    suspendedOn: one.suspendedOn?.toString() ?? null,
    freeUntil: one.freeUntil?.toString() ?? null,
    graceUntil: one.graceUntil?.toString() ?? null,
    pauseFrom: one.pauseFrom?.toString() ?? null,
    pauseUntil: one.pauseUntil?.toString() ?? null,
    isPaidBeyondPause: isRunning(one) && isPaidBeyondPause(one),
    can: describeActs(one, to),
    startsOn: startsOn?.toString() ?? null,
    deletedAt: to.isStaff ? (one.deletedAt?.toString() ?? null) : null,
    createdAt: one.createdAt.toString(),
    endedAt: one.endedAt?.toString() ?? null,
  }
}

/** Of its next time, all pieces. */
function priceOf(one: Subscription): Money {
  const isFree = isRunning(one) && isFreeFrom(one, nextStart(one))
  if (isFree) return money(0n, one.unit.currency)
  return times(priceCycle(one, one.periodNumber).charged, BigInt(one.quantity))
}

/** While nobody has paid for it. */
function describeTrial(one: Subscription): z.infer<typeof subscriptionShape>["trial"] {
  const { trialDays, trialLonger, trialUntil, collection } = one
  if (trialDays === null || one.periodNumber > 0) return null
  const isCharged = one.state === "trialing" && collection === "automatic" && !one.cancelAtEnd
  return {
    days: trialDays,
    longer: trialLonger,
    lastDay: trialUntil ? lastDayOf(trialUntil).toString() : null,
    chargeOn: isCharged && isRunning(one) ? dueDayOf(one).toString() : null,
  }
}

function describeActs(one: Subscription, to: SubscriptionReader): z.infer<typeof subscriptionShape>["can"] {
  const { isStaff } = to
  const running = isRunning(one)
  const isPausable = running && one.state === "active" && !one.cancelAtEnd && !isPaidBeyondPause(one)
  const range = isPausable ? planPauseRange(one, to) : undefined
  const isOverdue = one.state === "past_due" || one.state === "suspended"
  return {
    extend: running && !one.cancelAtEnd && one.unit.minor > 0n && !isFreeFrom(one, nextStart(one)),
    cancel: running && !one.cancelAtEnd,
    keep: running && one.cancelAtEnd && (isStaff || !isStoppedByDispute(one)),
    pause: range !== undefined,
    pauseFirst: range?.first.toString() ?? null,
    pauseLast: range?.last.toString() ?? null,
    resume: running && !isPaidBeyondPause(one) && isPauseAhead(one, to.today),
    quantity: isCountable(one) && (isStaff || boundsOf(one) !== null),
    grace: isStaff && running && isOverdue,
    suspend: isStaff && running && one.state === "past_due",
    grant: isStaff && running,
    free: isStaff && running,
    delete: isStaff && isDeletable(one),
    restore: isStaff && one.deletedAt !== null,
  }
}

/** Still to come or going on; one that is over only waits for its money. */
function isPauseAhead(one: RunningSubscription, today: Temporal.PlainDate): boolean {
  const stand = standInPause(one, today)
  return stand === "before" || stand === "within"
}

export function describeUpcoming(charge: UpcomingCharge): z.infer<typeof upcomingShape> {
  const { subscription, dueOn, start, end, amount } = charge
  return {
    subscriptionId: subscription.id,
    words: subscription.words,
    collection: subscription.collection,
    dueOn: dueOn.toString(),
    periodStart: start.toString(),
    periodEnd: end.toString(),
    amount: toWire(amount),
  }
}

export function describePolicy(policy: CollectingPolicy): z.infer<typeof collectingPolicyShape> {
  return {
    ...policy,
    reminderDays: [...policy.reminderDays],
    chargeDays: [...policy.chargeDays],
    holidays: [...policy.holidays],
    products: policy.products.map((days) => ({ ...days })),
  }
}
