import type { z } from "zod"
import { times, toWire } from "#kit/money.ts"
import { daysLeft, lastDayOf } from "./period.ts"
import type { Subscription } from "./subscription.ts"
import type { subscriptionShape } from "./subscription-contract.ts"

export function describeSubscription(
  one: Subscription,
  today: Temporal.PlainDate,
): z.infer<typeof subscriptionShape> {
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
    cycle: one.cycle,
    quantity: one.quantity,
    price: toWire(times(one.unit, BigInt(one.quantity))),
    anchorOn: one.anchorOn?.toString() ?? null,
    periodNumber: one.periodNumber,
    periodStart: one.periodStart?.toString() ?? null,
    periodEnd: one.periodEnd?.toString() ?? null,
    lastDay: one.periodEnd ? lastDayOf(one.periodEnd).toString() : null,
    daysLeft: one.periodEnd ? daysLeft(one.periodEnd, today) : null,
    nextRequestOn: one.nextRequestOn?.toString() ?? null,
    cancelAtEnd: one.cancelAtEnd,
    createdAt: one.createdAt.toString(),
    endedAt: one.endedAt?.toString() ?? null,
  }
}
